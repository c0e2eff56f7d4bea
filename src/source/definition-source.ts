/**
 * Holds the copies of a definition that an element can get at, and decides which one is shown.
 * The property excludes all else; then comes the winner of inline, last good and remote; the
 * attributes serve only while there is none of these.
 */

import { pin } from '../contest/entry.ts';
import { fault, type Fault } from '../contest/fault.ts';
import { parse, type Parsed } from '../contest/parse.ts';
import { best, isSame, wins, type Copy, type From } from './copy.ts';
import { keep, recall, type Kept } from './last-good.ts';
import { A_SOURCE, addressOf, ask, isFrom, isLocalPage, type Answer } from './remote.ts';
import { isSmallCase, parseSmallCase, type SmallCase } from './small-case.ts';

export interface SourceSettings {
  /** The `contest` property; nothing where it is not set. */
  property: unknown;
  src: string | undefined;
  /** The definition in HTML, and when `src` held it: epoch ms, -Infinity where nobody says. */
  inline: { text: string; asOf: number } | undefined;
  attributes: SmallCase;
  /** Hosts besides the page's own origin to which `src` may be redirected; nothing where to any. */
  sources: readonly string[] | undefined;
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
  /** Something is wrong; the same may be told again. */
  report(fault: Fault): void;
}

export class DefinitionSource {
  /** What is shown; nothing while loading and after a failure. */
  shown: Copy | undefined;
  /** Ms by which the visitor's clock is off, as far as the answers of `src` tell. */
  offset = 0;
  /** A request is under way. */
  pending = false;

  #host: SourceHost;
  #settings!: SourceSettings;
  /** The winner of inline, last good and remote. */
  #held: Copy | undefined;
  /** The best copy that ever came from `src`: the last good one at first. */
  #remote: (Kept & { from: From }) | undefined;
  #asked: number | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
  }

  /** When `src` is to be asked next, epoch ms of the element's clock; Infinity for never. */
  get due(): number {
    const { src, property, inline, refresh } = this.#settings;
    if (!src || property != null) return Infinity;
    if (this.#asked !== undefined) return refresh ? this.#asked + refresh : Infinity;
    return inline && this.#held ? this.#held.readAt + refresh : -Infinity;
  }

  /** Takes new settings and decides anew. */
  configure(settings: SourceSettings): void {
    const { src } = settings;
    if (this.#settings?.src !== src) {
      const kept = recall(addressOf(src));
      this.#remote = kept && { ...kept, from: 'last-good' };
      this.#asked = undefined;
      this.offset = 0;
      this.pending = false;
    }
    this.#settings = settings;
    this.#decide();
  }

  /** Asks `src` where it is time. To be called whenever the element is looked at. */
  poll(): void {
    const { src, refresh } = this.#settings;
    const now = this.#host.now();
    // A clock that was set back must not put the next request off for years.
    if (this.#asked! > now) this.#asked = now;
    if (this.due > now) return;
    this.#asked = now;
    this.pending = true;
    void ask(src!, now, refresh || Infinity).then((answer) => {
      if (this.#settings.src !== src) return;
      this.pending = false;
      if (answer.fault) this.#host.report(answer.fault);
      else this.#take(answer, now);
      this.#decide();
      this.#host.changed();
    });
  }

  /** Holds an answer against what is there. */
  #take({ definition, date, offset, url }: Answer, asked: number): void {
    const { sources } = this.#settings;
    if (sources && !isFrom(url!, sources)) {
      this.#host.report(fault('src', A_SOURCE, url, 'host'));
      return;
    }
    // The time since the last request is the same by any clock.
    this.#asked! += (offset ?? this.offset) - this.offset;
    this.offset = offset ?? this.offset;
    const readAt = Math.min(date ?? asked, this.#host.now());
    const copy = this.#check({ definition, readAt, from: 'network' });
    if (!copy) return;
    // What came from `src` before counts too where another contest is shown.
    const rival = [this.#held, this.#remote && this.#check(this.#remote)].find(
      (other) => other && wins(other, copy),
    );
    if (rival) {
      const { id, revision } = rival.contest;
      if (!isSame(rival.contest, copy.contest))
        this.#host.report(
          copy.contest.id === id
            ? fault('revision', `${revision} or later`, copy.contest.revision, 'stale')
            : fault('id', id, copy.contest.id, 'stale'),
        );
      return;
    }
    this.#remote = { definition, readAt, from: 'network' };
    keep(addressOf(this.#settings.src), { definition, readAt });
  }

  #decide(): void {
    const { property, inline, attributes } = this.#settings;
    this.#held = best(
      this.#remote && this.#check(this.#remote),
      inline && this.#check({ definition: inline.text, readAt: inline.asOf, from: 'inline' }),
    );
    this.shown =
      property != null
        ? this.#check({ definition: property, readAt: 0, from: 'property' })
        : (this.#held ?? this.#check({ definition: attributes, readAt: 0, from: 'attributes' }));
  }

  /** Checks a copy and tells what is wrong; the last good one told it when it came. */
  #check({ definition, readAt, from }: Kept & { from: From }): Copy | undefined {
    const { hosts, src } = this.#settings;
    const { contest, faults } = this.#read(definition, from);
    const address = addressOf(src);
    const pictures = [location.origin, ...(address ? [new URL(address).origin] : [])] as const;
    const pinned = contest && pin(contest, { hosts, pictures });
    if (from !== 'last-good')
      for (const wrong of [...faults, ...(pinned?.faults ?? [])]) this.#host.report(wrong);
    // What claims to be from the future is as good as unknown.
    const age = this.#host.now() - readAt;
    return (
      pinned?.contest && { contest: pinned.contest, from, readAt: age < 0 ? -Infinity : readAt }
    );
  }

  #read(definition: unknown, from: From): Parsed {
    const { src, inline } = this.#settings;
    const local = isLocalPage();
    if (from === 'attributes') {
      if (isSmallCase(definition as SmallCase))
        return parseSmallCase(definition as SmallCase, local);
      const expected = 'an address, a definition inside, or heading, href and closes';
      return { faults: src || inline ? [] : [fault('src', expected, '')] };
    }
    try {
      // A page's own object is taken as what JSON makes of it; it may do anything when it is read.
      // What was read as JSON is left alone: old libraries have their own idea of an array's JSON.
      return parse(
        from === 'inline'
          ? JSON.parse(definition as string)
          : from === 'property'
            ? JSON.parse(JSON.stringify(definition))
            : definition,
        local,
      );
    } catch (error) {
      const { message } = Object(error) as Error;
      return { faults: [fault(from, 'JSON', message, 'not-json')] };
    }
  }
}
