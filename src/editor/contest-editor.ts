import { LitElement, unsafeCSS } from 'lit';
import type { Fault } from '../contest/fault.ts';
import { emit } from '../elements/report.ts';
import { languageOf } from '../elements/language.ts';
import type { Numbers } from '../source/copy.ts';
import styles from './contest-editor.css?inline';
import { keepDraft, recallDraft } from './draft.ts';
import { editorView, firstOf, idOf, type Told } from './editor-view.ts';
import { toldFaults, labelOf } from './faults.ts';
import { sections } from './fields.ts';
import {
  blank,
  blankForm,
  formOf,
  isFilled,
  partAt,
  proposeId,
  published,
  read,
  schemaAt,
  settle,
  type Form,
  type Leaf,
  type List,
  type Reading,
} from './form.ts';
import { ISSUED, keepIssued, noted, recallIssued } from './issued.ts';
import { LARGEST, open } from './open.ts';
import { takeBack } from './revision.ts';
import { wordsFor, type Words } from './words.ts';

/** What `typeof` says of the right values of a field. */
const typeOf = (path: string): string => {
  const { type } = schemaAt(path)!;
  return type === 'integer' ? 'number' : type;
};

const SILENCE: Told = { text: '' };

/** What is asked of a revision that is to be taken back, before anything is typed. */
const backOf = (right: number | '') => ({
  wrong: '',
  named: '',
  right: String(right),
  told: SILENCE,
});

/**
 * The form for a definition, derived from the schema: filled in, opened from a `contest.json`, checked
 * and given a number. What is being filled in stays in this browser and goes nowhere.
 *
 * @summary The form for a contest's definition.
 * @tagname contest-editor
 *
 * @fires {CustomEvent<{definition: Record<string, unknown>, faults: Fault[], contest: Contest | undefined}>} contest-change - What is filled in has changed; `faults` is empty where it can be handed out, `contest` is what a banner makes of it.
 * @fires {CustomEvent<{definition: Record<string, unknown>}>} contest-publish - The organizer publishes a definition without fault, with its revision raised.
 * @fires {CustomEvent<object>} contest-discard - The draft is discarded, and so may be what the page keeps beside it.
 */
export class ContestEditor extends LitElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    clock: { attribute: false },
    language: { attribute: 'lang' },
  };

  /** Function returning epoch milliseconds, for tests: dates without a year are read from there on. */
  declare clock: (() => number) | null | undefined;

  /** `vi` or `en`; where it is not set, the nearest `lang` up the page. */
  declare protected language: string | null | undefined;

  #form: Form = blankForm();
  #issued = recallIssued();
  /** Set by the page: no draft takes its place. */
  #given = false;
  #started = false;
  #draft: 'kept' | 'restored' | 'discarded' | 'refused' = 'kept';
  #discarding = false;
  /** Paths of fields that were left; with `everything` all faults are shown. */
  #left = new Set<string>();
  #everything = false;
  #alert = false;
  #unfolded = new Set<string>();
  #typing = '';
  #opened: Told = SILENCE;
  /** What was here before a file was opened. */
  #before: Form | undefined;
  #status = '';
  #published = '';
  #back = backOf('');
  /** The id of what takes the focus when it is drawn. */
  #focus = '';
  #told = '';

  constructor() {
    super();
    // What was set before the element was defined would hide the accessor.
    if (!Object.hasOwn(this, 'definition')) return;
    const { definition } = this;
    Reflect.deleteProperty(this, 'definition');
    this.definition = definition;
  }

  /**
   * What is filled in, a plain object: half-typed fields are texts. What was set and not touched comes
   * back as it was, fields that no schema knows included. Setting it takes it for published.
   */
  get definition(): Record<string, unknown> {
    return this.#read().definition;
  }

  set definition(definition: Record<string, unknown> | null | undefined) {
    this.#given = !!definition;
    this.#load(definition ? formOf(definition, this.#now()) : blankForm());
    this.requestUpdate();
  }

  /** What is wrong, by path and in the page's language; empty where it can be handed out. @readonly */
  get faults(): Fault[] {
    return toldFaults(this.#form, this.#read(), this.#words);
  }

  /**
   * As the organizer's own press of the button: shows what is wrong, or takes what is filled in for
   * published and tells it by `contest-publish`.
   * @returns the definition; nothing where anything is wrong with it
   */
  publish(): Record<string, unknown> | undefined {
    const reading = this.#read();
    this.#everything = true;
    this.requestUpdate();
    if (reading.faults.length) {
      this.#unfold(reading);
      this.#published = '';
      this.#alert = true;
      this.#focus = 'summary';
      return;
    }
    const { definition } = reading;
    const revision = definition.revision as number;
    this.issue(definition);
    this.#published = this.#words.published(revision);
    this.#back = backOf(revision);
    emit(this, 'contest-publish', { definition });
    return definition;
  }

  /**
   * To be told whenever anything of a definition leaves the page, a snippet that is copied included:
   * what is changed from then on gets a number of its own.
   * @param definition without fault, as it was told by `contest-change`
   */
  issue(definition: Record<string, unknown>): void {
    const { revision, replaces } = definition as unknown as Numbers;
    // It may be of before the last change: that is then another content.
    if (JSON.stringify(definition) === JSON.stringify(this.#read().definition))
      this.#form = published(this.#form, { revision, replaces }, this.#now());
    this.#issued = noted(recallIssued(), definition);
    keepIssued(this.#issued);
    this.#before = undefined;
    this.#keep();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('dragover', this.#drag);
    this.addEventListener('drop', this.#drop);
    window.addEventListener('storage', this.#elsewhere);
    if (this.#started) return;
    this.#started = true;
    const draft = this.#given ? undefined : recallDraft();
    if (!draft) return;
    this.#load(draft);
    this.#draft = 'restored';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('dragover', this.#drag);
    this.removeEventListener('drop', this.#drop);
    window.removeEventListener('storage', this.#elsewhere);
  }

  get #words(): Words {
    return wordsFor(languageOf(this));
  }

  #now(): number {
    return (this.clock ?? Date.now)();
  }

  #read(): Reading {
    return read(this.#form, this.#now(), this.#issued);
  }

  /** Takes another form in the place of this one. */
  #load(form: Form): void {
    this.#form = form;
    this.#left.clear();
    this.#everything = this.#alert = false;
    this.#published = '';
    this.#back = backOf(form.base?.revision ?? '');
    this.#unfolded = new Set(
      sections
        .filter((section) => section.fields.some((name) => isFilled(form.typed.inner[name]!)))
        .map(({ key }) => key),
    );
  }

  /** Unfolds the parts that something is wrong in. */
  #unfold({ faults }: Reading): void {
    const names = faults.map(({ path = '' }) => path.split(/[.[]/)[0]);
    this.#unfolded = new Set([
      ...this.#unfolded,
      ...sections
        .filter((section) => section.fields.some((name) => names.includes(name)))
        .map(({ key }) => key),
    ]);
  }

  /** After everything that changes what is filled in. */
  #keep(): void {
    this.#draft = keepDraft(this.#form) ? 'kept' : 'refused';
    this.requestUpdate();
  }

  override render() {
    const t = this.#words;
    const reading = this.#read();
    return editorView({
      form: this.#form,
      reading,
      t,
      faults: toldFaults(this.#form, reading, t),
      shows: (path) => this.#everything || this.#left.has(path),
      summary: { shown: this.#everything, alert: this.#alert },
      unfolded: this.#unfolded,
      typing: this.#typing,
      opened: this.#opened,
      canUndo: !!this.#before,
      draft: {
        kept: t.draft,
        restored: t.draftRestored,
        discarded: t.discarded,
        refused: t.noDraft,
      }[this.#draft],
      discarding: this.#discarding,
      status: this.#status,
      published: this.#published,
      back: this.#back,
      act: (what, path) => this.#act(what, path),
      goTo: (path) => this.#goTo(idOf(path)),
      openFile: (event) => void this.#openFile(event),
      undo: () => this.#undo(),
      discard: () => this.#discard(),
      keepDraft: () => this.#calm(),
      takeBack: () => this.#takeBack(),
      publish: () => void this.publish(),
      input: (event) => this.#input(event),
      change: (event) => this.#change(event),
      composed: () => this.requestUpdate(),
    });
  }

  override updated(): void {
    if (this.#focus) this.#goTo(this.#focus);
    this.#focus = '';
    const { definition, contest } = this.#read();
    const { faults } = this;
    const told = JSON.stringify([definition, faults]);
    if (told === this.#told) return;
    this.#told = told;
    emit(this, 'contest-change', { definition, faults, contest });
  }

  #goTo(id: string): void {
    const place = this.shadowRoot!.getElementById(id);
    for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true;
    place?.focus();
  }

  #input(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    const [, back] = /^back-(wrong|named|right)$/.exec(name) ?? [];
    if (back) {
      this.#back[back as 'wrong' | 'named' | 'right'] = value;
      return;
    }
    const leaf = name && (partAt(this.#form.typed, name) as Leaf | undefined);
    if (!leaf) return;
    const { type, checked } = event.target as HTMLInputElement;
    // What was wrong by its type would still be wrong when the same is typed anew.
    if (leaf.was && typeof leaf.was.value !== typeOf(name)) delete leaf.was;
    leaf.text = type === 'checkbox' ? (checked ? 'true' : '') : value;
    delete leaf.assumedYear;
    this.#typing = name;
    this.#alert = false;
    this.#status = this.#published = '';
    this.#before = undefined;
    this.#draft = keepDraft(this.#form) ? 'kept' : 'refused';
    // What an input method is still composing is not to be written into.
    if (!(event as InputEvent).isComposing) this.requestUpdate();
  }

  #change(event: Event): void {
    const { name } = event.target as HTMLInputElement;
    const leaf = name && (partAt(this.#form.typed, name) as Leaf | undefined);
    if (!leaf) return;
    this.#typing = '';
    this.#left.add(name);
    settle(leaf, name, this.#read());
    const id = this.#form.typed.inner.id as Leaf;
    if (name === 'title' && !id.text) id.text = proposeId(leaf.text);
    this.#keep();
  }

  #act(what: 'add' | 'up' | 'down' | 'remove', path: string): void {
    const t = this.#words;
    const [, name, at] = /^(\w+)(?:\[(\d+)\])?$/.exec(path)!;
    const { items } = partAt(this.#form.typed, name!) as List;
    const index = Number(at);
    const item = at === undefined ? '' : labelOf(path, t);
    if (what === 'add') {
      items.push(blank(schemaAt(name!)!.items));
      const added = `${name}[${items.length - 1}]`;
      this.#status = t.added(labelOf(added, t));
      this.#focus = firstOf(added);
    } else if (what === 'remove') {
      items.splice(index, 1);
      this.#status = t.removed(item);
      const near = Math.min(index, items.length - 1);
      this.#focus = near < 0 ? `add-${name}` : `remove-${name}[${near}]`;
    } else {
      const to = index + (what === 'up' ? -1 : 1);
      items.splice(to, 0, ...items.splice(index, 1));
      this.#status = t.moved(item, to + 1, items.length);
      const still = what === 'up' ? to > 0 : to < items.length - 1;
      this.#focus = `${still ? what : what === 'up' ? 'down' : 'up'}-${name}[${to}]`;
    }
    // They stand elsewhere now.
    for (const left of this.#left) if (left.startsWith(`${name}[`)) this.#left.delete(left);
    this.#alert = false;
    this.#published = '';
    this.#before = undefined;
    this.#keep();
  }

  async #openFile(event: Event): Promise<void> {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) await this.#open(file);
    // So that the same file can be opened once more.
    input.value = '';
  }

  async #open(file: File): Promise<void> {
    // One that is too large is not even read.
    const text = file.size > LARGEST ? '' : await file.text();
    const read = open(text, file.size);
    const t = this.#words;
    if ('fault' in read) {
      const { fault } = read;
      const why = (t.openFaults[fault.why] as (fault: unknown) => string)(fault);
      this.#opened = { text: `${file.name}: ${why} ${t.kept}`, wrong: true };
      this.requestUpdate();
      return;
    }
    const before = this.#form;
    this.#load(formOf(read.definition, this.#now()));
    this.#before = isFilled(before.typed) ? before : undefined;
    this.#opened = { text: t.opened(file.name) };
    const reading = this.#read();
    this.#everything = reading.faults.length > 0;
    this.#unfold(reading);
    this.#keep();
  }

  /** Something was handed out in another tab. */
  #elsewhere = ({ key }: StorageEvent): void => {
    if (key !== ISSUED) return;
    this.#issued = recallIssued();
    this.requestUpdate();
  };

  #drag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  #drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.#open(file);
  };

  #undo(): void {
    if (!this.#before) return;
    this.#load(this.#before);
    this.#before = undefined;
    this.#opened = { text: this.#words.undone };
    this.#focus = 'file';
    this.#keep();
  }

  #discard(): void {
    if (!this.#discarding) {
      this.#discarding = true;
      this.#status = this.#words.discardSure;
      this.requestUpdate();
      return;
    }
    this.#discarding = false;
    this.#load(blankForm());
    this.#before = undefined;
    this.#opened = SILENCE;
    this.#draft = keepDraft(undefined) ? 'discarded' : 'refused';
    this.#status = this.#words.discarded;
    this.requestUpdate();
    emit(this, 'contest-discard', {});
  }

  /** The second press has to follow the first. */
  #calm(): void {
    if (!this.#discarding) return;
    this.#discarding = false;
    this.requestUpdate();
  }

  #takeBack(): void {
    const t = this.#words;
    this.requestUpdate();
    const isWhole = (text: string) => /^\s*\d{1,10}\s*$/.test(text);
    const amiss = (['wrong', 'right', 'named'] as const).find(
      (name) => !isWhole(this.#back[name]) && (name !== 'named' || this.#back.named.trim()),
    );
    if (amiss) {
      this.#back.told = { text: t.backWhole, wrong: true };
      this.#focus = `back-${amiss}`;
      return;
    }
    const { base } = this.#read();
    const revision = Number(this.#back.wrong);
    // What is open may be the wrong one itself, and then says what that takes back.
    const isOpen = base?.revision === revision;
    const named = this.#back.named.trim();
    const wrong = {
      revision,
      replaces: named ? Number(named) : isOpen ? base.replaces : undefined,
    };
    if (base && base.revision > revision && wrong.replaces !== base.revision) {
      this.#back.told = { text: t.backLater(base.revision, revision), wrong: true };
      return;
    }
    const held = (this.#form.typed.inner.replaces as Leaf).text;
    const numbers = takeBack(
      wrong,
      { revision: Number(this.#back.right), ...(held && { replaces: Number(held) }) },
      ...(base && !isOpen ? [base] : []),
    );
    if (!numbers) {
      this.#back.told = { text: t.backNone, wrong: true };
      return;
    }
    const { inner } = this.#form.typed;
    inner.revision = { text: String(numbers.revision) };
    inner.replaces = { text: numbers.replaces === undefined ? '' : String(numbers.replaces) };
    this.#back.told = { text: t.backDone(numbers.revision, numbers.replaces) };
    this.#published = '';
    this.#keep();
  }
}
