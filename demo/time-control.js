/**
 * A clock that can be set: a slider, steps, named instants, and whether it runs on. Its markup is
 * the page's `<template id="time-control">`.
 *
 * The slider gives each stretch of a contest the same room, or a last day would be a hair's breadth.
 */

import { both, language, onLanguage } from './language.js';
import { DAY, HOUR, inWords, MINUTE, SECOND } from './instants.js';

/** Positions of the slider in one stretch. */
const STRETCH = 1000;

const KEYS = {
  ArrowRight: HOUR,
  ArrowUp: HOUR,
  ArrowLeft: -HOUR,
  ArrowDown: -HOUR,
  PageUp: DAY,
  PageDown: -DAY,
};

/**
 * @param {HTMLElement} place
 * @param {object} options
 * @param {() => {at: number, vi: string, en: string}[]} options.stretches each with its beginning
 *   and name; the last one only ends the one before
 * @param {{at: () => number, vi: string, en: string, with?: string}[]} options.scenes named instants,
 *   some of them in a variant of the contest
 * @param {number} options.start epoch ms
 * @param {(clock: () => number) => void} options.changed the clock was set
 * @param {(variant: string) => void} [options.choose] a scene wants a variant
 */
export function timeControl(place, { stretches, scenes, start, changed, choose }) {
  place.append(document.querySelector('#time-control').content.cloneNode(true));
  const slider = place.querySelector('input[type=range]');
  const running = place.querySelector('input[name=running]');
  const words = place.querySelector('time');
  const names = place.querySelector('.stretches');
  let stops = stretches();
  /** What is added to the visitor's clock while ours runs; whole seconds, so that both tick as one. */
  let offset = 0;
  let halted;

  const now = () => halted ?? Date.now() + offset;

  /** The slider's position for an instant, and back. */
  function positionOf(instant) {
    const after = stops.findIndex(({ at }) => instant < at);
    if (after === 0) return 0;
    if (after < 0) return slider.max;
    const [from, to] = [stops[after - 1].at, stops[after].at];
    return (after - 1 + (instant - from) / (to - from)) * STRETCH;
  }
  function instantAt(position) {
    const index = Math.min(Math.floor(position / STRETCH), stops.length - 2);
    const [from, to] = [stops[index].at, stops[index + 1].at];
    return from + ((position - index * STRETCH) / STRETCH) * (to - from);
  }

  function show() {
    const instant = now();
    const text = inWords(instant, language());
    if (words.textContent === text) return;
    words.textContent = text;
    slider.value = positionOf(instant);
    const current = stops.findLastIndex(({ at }) => at <= instant);
    [...names.children].forEach((name, index) => {
      name.classList.toggle('current', index === Math.min(Math.max(current, 0), stops.length - 2));
    });
  }

  /** As show, and told to those who listen: not at each second, only when they have done something. */
  function tell() {
    show();
    slider.setAttribute('aria-valuetext', words.textContent);
  }

  /** Sets the clock; not before the instant, and less than a second behind it. */
  function set(instant) {
    offset = Math.ceil((instant - Date.now()) / SECOND) * SECOND;
    halted = running.checked ? undefined : instant;
    tell();
    // A new function each time: the elements look again when they are given another one.
    changed(() => now());
  }

  /** Reads the stretches anew, after the contest has changed. */
  function refresh() {
    stops = stretches();
    slider.max = (stops.length - 1) * STRETCH;
    names.replaceChildren(
      ...stops.slice(0, -1).map(({ vi, en }) => {
        const name = document.createElement('li');
        name.append(both(vi, en));
        return name;
      }),
    );
    words.textContent = '';
    tell();
  }

  slider.addEventListener('input', () => {
    set(Math.round(instantAt(slider.valueAsNumber) / MINUTE) * MINUTE);
  });
  slider.addEventListener('keydown', (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    set(now() + step);
  });
  place.addEventListener('click', ({ target }) => {
    const { step } = target.closest('button')?.dataset ?? {};
    if (step) set(now() + Number(step) * MINUTE);
  });
  running.addEventListener('change', () => set(now()));
  running.checked = !matchMedia('(prefers-reduced-motion: reduce)').matches;

  for (const scene of scenes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(both(scene.vi, scene.en));
    button.addEventListener('click', () => {
      if (scene.with) choose(scene.with);
      set(scene.at());
    });
    place.querySelector('.scenes').append(button);
  }

  onLanguage(tell);
  refresh();
  set(start);
  (function tick() {
    show();
    setTimeout(tick, SECOND - (Date.now() % SECOND) + 3);
  })();
  return { refresh, now };
}
