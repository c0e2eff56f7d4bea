/**
 * Holds the copies of a definition that an element can get at, and decides which one is shown.
 * The property excludes all else; then comes the winner of inline, last good and remote; the
 * attributes serve only while there is none of these.
 */

import { pin } from '../contest/entry.ts';
import { parse, type Fault, type Parsed } from '../contest/parse.ts';
import type { Contest } from '../contest/schema.ts';
import { best, isSame, wins, type Copy, type From } from './copy.ts';
import { keep, recall, type Kept } from './last-good.ts';
import { absolute, ask, isLocalPage, type Answer } from './remote.ts';
import { isSmallCase, parseSmallCase, type SmallCase } from './small-case.ts';

export interface SourceSettings {
  /** The `contest` property, JSON of it; nothing where it is not set. */
  property: string | undefined;
  src: string | undefined;
  /** The definition in HTML, and when `src` held it: epoch ms, -Infinity where nobody says. */
  inline: { text: string; asOf: number } | undefined;
  attributes: SmallCase;
  /** Pinned host names; nothing where the page pins none. */
  hosts: readonly string[] | undefined;
  /** Ms between two requests; 0 asks once. */
  refresh: number;
}

export interface SourceHost {
  /** The element's clock, epoch ms. */
  now(): number;
  /** What is shown may have changed. */
  changed(): void;
  report(fault: Fault): void;
}

export class DefinitionSource {
  /** What is shown; nothing while loading and after a failure. */
  shown: Copy | undefined;
  /** Ms by which the visitor's clock is off, as far as the answers of `src` tell. */
  offset = 0;

  #host: SourceHost;
  #settings: SourceSettings | undefined;
  /** The best copy that ever came from `src`: the last good one at first. */
  #remote: (Kept & { from: From }) | undefined;
  /** What was checked already, by source and text, so that each fault is told once. */
  #checked = new Map<string, Contest | undefined>();
  #asked: number | undefined;
  #pending = false;
  #seen = 0;

  constructor(host: SourceHost) {
    this.#host = host;
  }

  /** Nothing can be shown, and nothing is on its way. */
  get failed(): boolean {
    return !this.shown && !this.#pending;
  }

  /** When `src` is to be asked next, epoch ms of the element's clock; Infinity for never. */
  get due(): number {
    const { src, property, inline, refresh } = this.#settings!;
    if (!src || property !== undefined) return Infinity;
    if (this.#asked !== undefined) return refresh ? this.#asked + refresh : Infinity;
    const held = inline && this.#copies();
    // A copy that claims to be from the future is as good as unknown.
    return !held || held.readAt > this.#host.now() ? -Infinity : held.readAt + refresh;
  }

  /** Takes new settings and decides anew. */
  configure(settings: SourceSettings): void {
    if (this.#settings?.src !== settings.src) {
      const address = settings.src && absolute(settings.src);
      const kept = address ? recall(address) : undefined;
      this.#remote = kept && { ...kept, from: 'last-good' };
      this.#asked = undefined;
      this.#seen = this.offset = 0;
      this.#pending = false;
    }
    this.#settings = settings;
    this.poll();
  }

  /** Asks `src` where it is time. To be called whenever the element is looked at. */
  poll(): void {
    const settings = this.#settings!;
    const now = this.#host.now();
    // A clock that was set back must not put the next request off for years.
    if (this.#asked !== undefined && this.#asked > now) this.#asked = now;
    if (this.due <= now) {
      const asked = now;
      this.#asked = asked;
      this.#pending = true;
      void ask(settings.src!, this.#seen, settings.refresh || Infinity).then((answer) => {
        if (this.#settings?.src === settings.src) this.#answered(answer, asked);
      });
    }
    this.#decide();
  }

  #answered(answer: Answer, asked: number): void {
    this.#pending = false;
    this.#seen = answer.serial;
    if (answer.error) this.#host.report({ ...answer.error, path: 'src' });
    else this.#take(answer, asked);
    this.#decide();
    this.#host.changed();
  }

  /** Holds an answer against what is there. */
  #take({ definition, date, offset }: Answer, asked: number): void {
    this.offset = offset ?? this.offset;
    const readAt = Math.min(date ?? asked, this.#host.now());
    const copy = this.#check('network', JSON.stringify(definition), readAt);
    if (!copy) return;
    const held = this.#copies();
    if (held?.contest.id === copy.contest.id && wins(held, copy)) {
      if (!isSame(held.contest, copy.contest))
        this.#host.report({
          code: 'stale',
          path: 'revision',
          message: `revision: expected ${held.contest.revision} or later, got ${copy.contest.revision}`,
        });
      return;
    }
    this.#remote = { definition, readAt, from: 'network' };
    keep(absolute(this.#settings!.src!)!, { definition, readAt });
  }

  #decide(): void {
    const { property, attributes } = this.#settings!;
    this.shown =
      property === undefined
        ? (this.#copies() ?? this.#check('attributes', JSON.stringify(attributes), -Infinity))
        : this.#check('property', property, -Infinity);
  }

  /** The winner of inline, last good and remote. */
  #copies(): Copy | undefined {
    const { inline } = this.#settings!;
    const remote = this.#remote;
    return best(
      remote && this.#check(remote.from, JSON.stringify(remote.definition), remote.readAt),
      inline && this.#check('inline', inline.text, inline.asOf),
    );
  }

  /** Checks a definition and tells its faults, once. The last good copy told them when it came. */
  #check(from: From, text: string, readAt: number): Copy | undefined {
    const { hosts, src } = this.#settings!;
    const key = [from, src, hosts, text].join('\n');
    if (!this.#checked.has(key)) {
      if (this.#checked.size > 20) this.#checked.clear();
      const { contest, faults } = this.#read(from, text);
      this.#checked.set(key, contest);
      if (from !== 'last-good') faults.forEach((fault) => this.#host.report(fault));
    }
    const contest = this.#checked.get(key);
    return contest && { contest, from, readAt };
  }

  #read(from: From, text: string): Parsed {
    const { hosts, src, inline, attributes } = this.#settings!;
    if (from === 'attributes' && !isSmallCase(attributes)) {
      const message = 'src: expected src, a definition inside, or heading, href and closes';
      return { faults: src || inline ? [] : [{ code: 'invalid', path: 'src', message }] };
    }
    let input: unknown;
    try {
      input = JSON.parse(text);
    } catch {
      const message = `definition: expected JSON, got ${JSON.stringify(text.trim().slice(0, 60))}`;
      return { faults: [{ code: 'not-json', message }] };
    }
    const local = isLocalPage();
    const { contest, faults } =
      from === 'attributes' ? parseSmallCase(input as SmallCase, local) : parse(input, local);
    if (!contest) return { faults };
    const address = src && absolute(src);
    const pictures = [location.origin, ...(address ? [new URL(address).origin] : [])] as const;
    const pinned = pin(contest, { hosts, pictures });
    return { ...pinned, faults: [...faults, ...pinned.faults] };
  }
}
