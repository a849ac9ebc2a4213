// Dialogs: [data-dialog="id"] opens the <dialog>; a form or button with data-confirm asks first.
// Without script the button submits, and the server decides whether to ask.
import { onArrival, within, announce } from "./page.js";

onArrival((root, isLive) => {
  for (const opener of within(root, "[data-dialog]")) opener.hidden = false;
  // An error summary takes the focus, so that it is read and seen first.
  if (!isLive) within(root, "[data-focus]")[0]?.focus();
  if (root === document.body) announce(document.querySelector("#messages")?.textContent.trim());
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-dialog]");
  if (!opener) return;
  const dialog = document.getElementById(opener.dataset.dialog);
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.showModal();
});

document.addEventListener("submit", (event) => {
  const asked = event.submitter?.dataset.confirm || event.target.dataset.confirm;
  if (!asked || event.target.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(asked, event.submitter?.textContent).then((yes) => {
    if (!yes) return;
    event.target.dataset.confirmed = "yes";
    event.target.requestSubmit(event.submitter);
    delete event.target.dataset.confirmed;
  });
}, true);

/** Asks a question in the page's own dialog; resolves to true or false. */
export function ask(question, yes) {
  const dialog = document.getElementById("confirm");
  dialog.querySelector("#confirm-question").textContent = question;
  if (yes) dialog.querySelector("[data-confirm-yes]").textContent = yes.trim();
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
