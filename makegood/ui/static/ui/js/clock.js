// <mg-clock>: words the time left anew. The server wrote the due time and when it becomes soon; no rule is decided here.
// The wording follows makegood/ui/wording.py (a browser test holds the two together).
import { say } from "./page.js";

const MINUTE = 60_000;
const clocks = new Set();
const born = new Date().toDateString();
let timer = 0;

export function span(length) {
  const minutes = Math.floor(Math.abs(length) / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return say("days", { days: Math.floor(hours / 24) });
  if (hours) return say(minutes % 60 ? "hours" : "whole_hours", { hours, minutes: minutes % 60 });
  return say("minutes", { minutes });
}

export function words(due, now, shown, later) {
  const left = due - now;
  if (left < 0) return -left >= MINUTE ? say("late", { time: span(left) }) : say("now");
  if (left >= 24 * 60 * MINUTE) return new Date(now).toDateString() === born ? shown : later;
  return left >= MINUTE ? span(left) : say("now");
}

class Clock extends HTMLElement {
  static observedAttributes = ["data-due"];

  connectedCallback() {
    this.shown = this.textContent;
    clocks.add(this);
    this.tick();
    if (!timer) timer = setInterval(tickAll, 10_000);
  }

  disconnectedCallback() {
    clocks.delete(this);
  }

  attributeChangedCallback(name, before) {
    if (before !== null) queueMicrotask(() => { this.shown = this.textContent; this.tick(); });
  }

  tick(now = Date.now()) {
    const due = Date.parse(this.dataset.due);
    const time = this.querySelector("time");
    if (!time || Number.isNaN(due)) return;
    const said = words(due, now, this.shown, this.dataset.later);
    if (said && time.textContent !== said) time.textContent = said;
    const soon = Date.parse(this.dataset.soon);
    const state = now > due ? "late" : now >= soon ? "soon" : this.dataset.state;
    if (state !== this.dataset.state) this.dataset.state = state;
  }
}

function tickAll() {
  if (document.hidden) return;
  const now = Date.now();
  for (const clock of clocks) clock.tick(now);
}

document.addEventListener("visibilitychange", tickAll);
customElements.define("mg-clock", Clock);
