// Acts: on a page with <body data-acts="IDS"> a form that changes something is sent without leaving the page. What the
// server answers is put into the elements of these ids; place, focus and what is being written stay. `X-Goto` says
// where to go: the same page is fetched and put in, another is opened. An act that did not reach the server is said,
// and can be tried again. A form with `data-leaves` goes its own way. Without script the same forms lead through the same pages.
import { flush } from "./draft.js";
import { lookAgain } from "./live.js";
import { hasWriting, put } from "./morph.js";
import { arrived, post, within } from "./page.js";
import { comeBack } from "./refused.js";
import { tell, tellWords } from "./stream.js";

const parts = document.body.dataset.acts?.split(" ") || [];
const isWriter = (form) => form.matches("[data-send-key]");

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!parts.length || event.defaultPrevented || form.method !== "post" || "leaves" in form.dataset || !form.closest(".shell")) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return; // pressed twice
  form.setAttribute("aria-busy", "true");
  act(form, event.submitter).finally(() => form.removeAttribute("aria-busy"));
});

async function act(form, submitter) {
  const body = new FormData(form, submitter);
  const url = asShown(submitter?.hasAttribute("formaction") ? submitter.formAction : form.action);
  try {
    await (isWriter(form) ? undefined : flush());
    const answer = await post(url, body, { "X-Act": "1" });
    if (answer.redirected) throw new SignedOut();
    const to = answer.headers.get("X-Goto");
    if (to) {
      if (!isWriter(form)) done(form);
      await go(new URL(to, location.href), form);
    }
    else await show(await answer.text(), form, "", true);
  } catch (trouble) {
    tell(trouble instanceof SignedOut ? "signedOut" : "unsent");
    if (isWriter(form)) form.dispatchEvent(new Event("input", { bubbles: true })); // it is a draft again
  }
}

/** What was filled in has gone through: the form is empty again, and what it was unfolded from is folded. */
function done(form) {
  form.reset();
  delete form.dataset.cameBack;
  form.closest("details:not([data-menu])")?.removeAttribute("open");
}

class SignedOut extends Error {}

/** The address with where the shown part of the case begins, so that what was unfolded above stays. */
function asShown(address) {
  const url = new URL(address, location.href);
  const since = document.getElementById("conversation")?.dataset.since;
  if (since) url.searchParams.set("since", since);
  return url;
}

async function go(url, form) {
  if (url.pathname !== location.pathname) return location.assign(url);
  const answer = await fetch(asShown(url), { credentials: "same-origin", headers: { "X-Live": "1" } });
  if (answer.redirected) throw new SignedOut();
  await show(await answer.text(), form, url.hash.slice(1));
}

async function show(html, form, to, isRefused = false) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!parts.some((id) => page.getElementById(id))) return tellGone(page, form);
  // The kind that stands there now, say: a form that is written in would keep what was chosen.
  const comes = !parts.includes(form.id) && (isRefused || "comesBack" in form.dataset);
  const at = comes ? comeBack(page, form, isRefused) : null;
  for (const id of parts) {
    const [here, there] = [document.getElementById(id), page.getElementById(id)];
    if (!here || !there) continue;
    if (id !== "composer") put(here, there.outerHTML);
    else if (form === here || to === "text" || !hasWriting(here)) replace(here, there);
  }
  document.title = page.title;
  focus(at?.isConnected ? at : document.getElementById(to));
}

/** Not the page that was asked for, but why there is none: what is acted on may have gone. What was written stays. */
async function tellGone(page, form) {
  if (isWriter(form)) form.dispatchEvent(new Event("input", { bubbles: true })); // it is a draft again
  await lookAgain();
  const told = within(document.body, "[data-told-lost]:not([hidden])")[0];
  if (told) return told.focus();
  tellWords(page.querySelector("main")?.innerText || page.title);
}

function replace(here, there) {
  const now = document.adoptNode(there);
  here.replaceWith(now);
  arrived(now, true);
  window.htmx?.process(now);
}

function focus(element) {
  const target = within(document.body, ".shell [data-focus]")[0] || element;
  if (target) target.focus({ preventScroll: true });
  for (const said of within(document.body, "[data-came-back] [data-focus]")) delete said.dataset.focus; // said once
  target?.scrollIntoView({ block: "nearest" });
  if (document.activeElement === document.body) document.getElementById("main").focus({ preventScroll: true });
}
