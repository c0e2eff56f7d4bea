/** What the form draws, from what was read. No state and no DOM of its own. */

import { html, nothing, type TemplateResult } from 'lit';
import { readInstant } from '../contest/instant.ts';
import type { Schema } from '../contest/schema.ts';
import { moment, zoneName } from '../contest/wording.ts';
import { messagesFor } from '../locales/index.ts';
import { labelOf, type ToldFault } from './faults.ts';
import {
  fields,
  innerFields,
  kindOf,
  nameOf,
  sections,
  type Kind,
  type Section,
} from './fields.ts';
import {
  isRequired,
  partAt,
  schemaAt,
  type Form,
  type Leaf,
  type List,
  type Reading,
} from './form.ts';
import { inWords } from './when.ts';
import { inLanguage, type Words } from './words.ts';

/** What is told in one place at the top or the bottom. */
export interface Told {
  text: string;
  wrong?: boolean;
}

export interface EditorView {
  form: Form;
  reading: Reading;
  t: Words;
  /** In the words of the form, those that are not to be seen yet included. */
  faults: readonly ToldFault[];
  /** Whether the fault of a field is shown: not while it is filled in for the first time. */
  shows: (path: string) => boolean;
  /** All is told at the top; as an alert just after it was asked for. */
  summary: { shown: boolean; alert: boolean };
  unfolded: ReadonlySet<string>;
  /** The field that is being typed in. */
  typing: string;
  opened: Told;
  canUndo: boolean;
  draft: string;
  discarding: boolean;
  status: string;
  published: string;
  back: { wrong: string; named: string; right: string; told: Told };
  /** A list operation, on a list or the path of an item. */
  act: (what: 'add' | 'up' | 'down' | 'remove', path: string) => void;
  goTo: (path: string) => void;
  openFile: (event: Event) => void;
  undo: () => void;
  discard: () => void;
  keepDraft: () => void;
  takeBack: () => void;
  publish: () => void;
  input: (event: Event) => void;
  change: (event: Event) => void;
  composed: () => void;
}

export const idOf = (path: string): string => `field-${path}`;

/** The first input of an item of a list. */
export const firstOf = (path: string): string =>
  idOf([path, ...innerFields(nameOf(path)).slice(0, 1)].join('.'));

/** Without a button that submits, Enter in a field leaves the field and no more: half of it may be missing. */
export function editorView(view: EditorView): TemplateResult {
  const { t } = view;
  return html`<form
    lang=${t.code}
    @input=${view.input}
    @change=${view.change}
    @compositionend=${view.composed}
  >
    ${summary(view)} ${fileView(view)} ${sections.map((section) => sectionView(section, view))}
    <div class="end">
      <button type="button" id="publish" class="main" @click=${view.publish}>
        ${t.submit(view.reading.definition.revision)}
      </button>
      <p role="status">${view.published}</p>
    </div>
    <p role="status" class="unseen">${view.status}</p>
  </form>`;
}

function summary({ faults, summary: { shown, alert }, goTo, t }: EditorView) {
  const shows = shown && faults.length > 0;
  return html`<div
    id="summary"
    class=${shows ? '' : 'none'}
    tabindex="-1"
    role=${alert ? 'alert' : nothing}
  >
    ${
      shows
        ? html`<div class="summary">
            <h2>${t.summary(faults.length)}</h2>
            <ul>
              ${faults.map(
                ({ path, message }) =>
                  html`<li>
                    <a
                      href=${`#${idOf(path)}`}
                      @click=${(event: Event) => {
                        event.preventDefault();
                        goTo(path);
                      }}
                      >${message}</a
                    >
                  </li>`,
              )}
            </ul>
          </div>`
        : nothing
    }
  </div>`;
}

function fileView(view: EditorView) {
  const { t, opened, canUndo, draft, discarding } = view;
  return html`<div class="file">
    <div class="field">
      <label for="file">${t.open}</label>
      <p class="hint" id="file-hint">${t.openHint}</p>
      <input
        type="file"
        id="file"
        accept=".json,application/json"
        aria-describedby="file-hint file-told"
        @change=${view.openFile}
      />
      <p id="file-told" role="status" class=${opened.wrong ? 'fault' : ''}>${opened.text}</p>
      ${
        canUndo
          ? html`<p><button type="button" @click=${view.undo}>${t.undo}</button></p>`
          : nothing
      }
    </div>
    <div class="draft">
      <p>${draft}</p>
      <button type="button" id="discard" @click=${view.discard} @blur=${view.keepDraft}>
        ${discarding ? t.discardSure : t.discard}
      </button>
    </div>
  </div>`;
}

function sectionView(section: Section, view: EditorView) {
  const { t, unfolded } = view;
  const label = inLanguage(section.label, t);
  const id = `section-${section.key}`;
  const inner = html`${section.fields
    .filter((name) => name !== 'replaces')
    .map((name) => fieldView(name, view, label))}
  ${section.key === 'revision' ? revisionView(view) : nothing}`;
  return section.folded
    ? html`<details class="section" .open=${unfolded.has(section.key)}>
        <summary><h2 id=${id}>${label}</h2></summary>
        <div class="fields">${inner}</div>
      </details>`
    : html`<section class="section" aria-labelledby=${id}>
        <h2 id=${id}>${label}</h2>
        <div class="fields">${inner}</div>
      </section>`;
}

/** A field of any kind. @param heading what stands above already */
function fieldView(path: string, view: EditorView, heading = ''): TemplateResult {
  const s = schemaAt(path)!;
  const kind = kindOf(s, fields[nameOf(path)]);
  if (kind === 'list') return listView(path, s, view, heading);
  if (kind === 'group') return groupView(path, view, heading);
  return kind === 'checkbox' ? tickView(path, view) : inputView(path, s, view);
}

function groupView(path: string, view: EditorView, heading: string) {
  const { label, hint } = fields[nameOf(path)];
  const { t } = view;
  const name = inLanguage(label, t);
  return html`<div
    class="group"
    id=${idOf(path)}
    tabindex="-1"
    role="group"
    aria-label=${name}
    aria-describedby=${described(path, { fault: faultAt(path, view) })}
  >
    ${name === heading ? nothing : html`<h3>${name}</h3>`}
    ${hint ? html`<p class="hint">${inLanguage(hint, t)}</p>` : nothing} ${faultView(path, view)}
    <div class="inner">${innerFields(path).map((key) => fieldView(`${path}.${key}`, view))}</div>
  </div>`;
}

function listView(path: string, s: Schema, view: EditorView, heading: string) {
  const { label, hint, item } = fields[nameOf(path)];
  const { t, form, act } = view;
  const name = inLanguage(label, t);
  const { items } = partAt(form.typed, path) as List;
  return html`<div
    class="list"
    id=${idOf(path)}
    tabindex="-1"
    role="group"
    aria-label=${name}
    aria-describedby=${described(path, { fault: faultAt(path, view) })}
  >
    ${name === heading ? nothing : html`<h3>${name}</h3>`}
    <p class="hint">
      ${[hint && inLanguage(hint, t), limitOf(s.items!, t)].filter(Boolean).join(' ')}
    </p>
    ${faultView(path, view)}
    ${items.map((_, index) => itemView(`${path}[${index}]`, s.items!, index, items.length, view))}
    <p class="add">
      <button type="button" id=${`add-${path}`} @click=${() => act('add', path)}>
        ${t.add(inLanguage(item!, t))}
      </button>
    </p>
  </div>`;
}

function itemView(path: string, s: Schema, index: number, count: number, view: EditorView) {
  const { t, act } = view;
  const name = labelOf(path, t);
  const button = (what: 'up' | 'down' | 'remove', text: string, disabled: boolean) =>
    html`<button
      type="button"
      id=${`${what}-${path}`}
      aria-label=${`${text}: ${name}`}
      .disabled=${disabled}
      @click=${() => act(what, path)}
    >
      ${text}
    </button>`;
  return html`<fieldset class="item">
    <legend>${name}</legend>
    ${
      s.properties
        ? html`<div class="inner">
            ${innerFields(nameOf(path)).map((key) => fieldView(`${path}.${key}`, view))}
          </div>`
        : inputView(path, s, view)
    }
    <div class="moves">
      ${button('up', t.up, index === 0)} ${button('down', t.down, index === count - 1)}
      ${button('remove', t.remove, false)}
    </div>
  </fieldset>`;
}

const NOTES = ['hint', 'reading', 'fault'] as const;

/** Which of the notes at a field there are, for `aria-describedby`. */
const described = (path: string, notes: Partial<Record<(typeof NOTES)[number], unknown>>) =>
  NOTES.filter((note) => notes[note])
    .map((note) => `${idOf(path)}-${note}`)
    .join(' ') || nothing;

const faultAt = (path: string, { faults, shows }: EditorView): string =>
  (shows(path) && faults.find((fault) => fault.path === path)?.expected) || '';

function faultView(path: string, view: EditorView) {
  const text = faultAt(path, view);
  return text ? html`<p class="fault" id=${`${idOf(path)}-fault`}>${text}</p>` : nothing;
}

/** How a time was understood, in full words of the page's language. */
function readingView(path: string, { form, reading, t }: EditorView) {
  const when = reading.whens.get(path);
  const at = readInstant(when?.instant);
  if (at === undefined) return;
  const { zone } = reading;
  const m = messagesFor(t.code);
  const ends = !!fields[nameOf(path)].ends;
  const { text } = partAt(form.typed, path) as Leaf;
  const name = zoneName(m, zone);
  // Where the field says it in full already, a second time would only be noise.
  const words =
    m.code === 'vi' && text === inWords(when!.instant!, zone, ends)
      ? name.charAt(0).toUpperCase() + name.slice(1)
      : t.reads(`${moment(at, m, { zone, ends })}, ${name}`);
  const { assumedYear } = when!;
  return `${words}.${assumedYear === undefined ? '' : ` ${t.assumed(assumedYear)}`}`;
}

/** Narrow ones stand side by side where there is room. */
const classOf = (kind: Kind, path: string, fault: string): string =>
  [
    'field',
    (kind === 'number' || kind === 'date' || path.endsWith('.number')) && 'narrow',
    fault && 'wrong',
  ]
    .filter(Boolean)
    .join(' ');

/** How long a text may be, where that is worth saying. */
const limitOf = ({ maxLength = Infinity }: Schema, t: Words): string =>
  maxLength < 1000 ? t.atMost(maxLength) : '';

function inputView(path: string, s: Schema, view: EditorView) {
  const { t, form, reading, typing } = view;
  const field = fields[nameOf(path)];
  const kind = kindOf(s, field);
  const leaf = partAt(form.typed, path) as Leaf;
  const id = idOf(path);
  // One of a list of lines has its name from what it stands in.
  const isLine = path.endsWith(']');
  const limit = isLine || kind === 'address' ? '' : limitOf(s, t);
  const hint = [!isLine && field.hint && inLanguage(field.hint, t), limit]
    .filter(Boolean)
    .join(' ');
  const fault = faultAt(path, view);
  const understood = kind === 'instant' ? readingView(path, view) : undefined;
  const required = isRequired(path) && path !== 'revision' && !/^(banner|report)\./.test(path);
  const own =
    leaf.text ||
    (path === 'revision' && typing !== path ? String(reading.definition.revision) : '');
  const describedBy = described(path, { hint, reading: understood, fault });
  const invalid = fault ? 'true' : nothing;
  const needed = required ? 'true' : nothing;

  const control =
    kind === 'choice'
      ? html`<select
          id=${id}
          name=${path}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          aria-required=${needed}
        >
          <option value="" .selected=${!own}>${t.choose}</option>
          ${s.enum!.map(
            (choice) =>
              html`<option value=${choice} .selected=${own === choice}>
                ${inLanguage(field.choices![choice]!, t)}
              </option>`,
          )}
        </select>`
      : kind === 'long'
        ? html`<textarea
            id=${id}
            name=${path}
            rows=${isLine ? '2' : '3'}
            .value=${own}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            aria-required=${needed}
          ></textarea>`
        : html`<input
            type="text"
            id=${id}
            name=${path}
            class=${kind}
            inputmode=${kind === 'number' ? 'numeric' : kind === 'address' ? 'url' : nothing}
            autocomplete="off"
            spellcheck=${kind === 'text' ? nothing : 'false'}
            .value=${own}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            aria-required=${needed}
          />`;
  return html`<div class=${classOf(kind, path, fault)}>
    <label for=${id} class=${isLine ? 'unseen' : ''}
      >${isLine ? labelOf(path, t) : inLanguage(field.label, t)}${
        required && !isLine ? html` <small>(${t.required})</small>` : nothing
      }</label
    >
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing} ${control}
    ${understood ? html`<p class="reading" id=${`${id}-reading`}>${understood}</p>` : nothing}
    ${faultView(path, view)}
  </div>`;
}

function tickView(path: string, view: EditorView) {
  const { t, form } = view;
  const { label, hint } = fields[nameOf(path)];
  const leaf = partAt(form.typed, path) as Leaf;
  const fault = faultAt(path, view);
  return html`<div class=${fault ? 'field wrong' : 'field'}>
    <label class="tick" for=${idOf(path)}
      ><input
        type="checkbox"
        id=${idOf(path)}
        name=${path}
        .checked=${!!leaf.text}
        aria-describedby=${described(path, { hint, fault })}
        aria-invalid=${fault ? 'true' : nothing}
      /><span>${inLanguage(label, t)}</span></label
    >
    ${hint ? html`<p class="hint" id=${`${idOf(path)}-hint`}>${inLanguage(hint, t)}</p>` : nothing}
    ${faultView(path, view)}
  </div>`;
}

/** Where the numbers stand, and how a wrong one is taken back. */
function revisionView(view: EditorView) {
  const { reading, back, takeBack, t } = view;
  const { base, definition } = reading;
  const { revision } = definition;
  const box = (name: 'wrong' | 'named' | 'right', label: string) => {
    const id = `back-${name}`;
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        type="text"
        class="number"
        inputmode="numeric"
        autocomplete="off"
        id=${id}
        name=${id}
        .value=${back[name]}
        aria-describedby="back-told"
      />
    </div>`;
  };
  return html`<p class="numbers">
      ${base ? t.isPublished(base.revision) : t.isNew}
      ${base?.revision === revision ? '' : t.willBe(revision)}
    </p>
    <details class="back">
      <summary>${t.back}</summary>
      <p class="hint">${t.backHint}</p>
      <div class="inner">
        ${box('wrong', t.backWrong)} ${box('named', t.backNamed)} ${box('right', t.backRight)}
      </div>
      <p><button type="button" id="take-back" @click=${takeBack}>${t.backDo}</button></p>
      <p id="back-told" role="status" class=${back.told.wrong ? 'fault' : ''}>${back.told.text}</p>
      ${fieldView('replaces', view)}
    </details>`;
}
