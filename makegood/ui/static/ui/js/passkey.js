// Passkeys: form[data-passkey="create"] makes one, form[data-passkey="get"] shows one. What the browser is to be asked for
// comes from data-options; its answer goes into the field `passkey`, and then the form is sent as any other. What goes
// wrong is told in [data-told]: by the server's sentence, data-declined (by person or device) or data-failed.
import { onArrival, post, within } from "./page.js";

const knows = "PublicKeyCredential" in window && navigator.credentials;
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

onArrival((root) => {
  for (const form of within(root, "form[data-passkey]")) form.hidden = !knows;
  for (const told of within(root, "[data-passkey-none]")) told.hidden = Boolean(knows);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.passkey || form.elements.passkey.value) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return; // pressed twice
  form.setAttribute("aria-busy", "true");
  fill(form).finally(() => form.removeAttribute("aria-busy"));
});

async function fill(form) {
  const told = form.querySelector("[data-told]");
  told.textContent = "";
  let options;
  try {
    const answer = await post(form.dataset.options, new URLSearchParams());
    options = await answer.json();
    if (!answer.ok) return void (told.textContent = options.told);
  } catch {
    return void (told.textContent = form.dataset.failed);
  }
  try {
    form.elements.passkey.value = JSON.stringify(plain(await navigator.credentials[form.dataset.passkey]({ publicKey: read(options) })));
  } catch {
    return void (told.textContent = form.dataset.declined);
  }
  form.requestSubmit();
  form.elements.passkey.value = ""; // by the way back the page asks anew
}

/** The options, with bytes where browsers want bytes. */
function read(options) {
  const named = (one) => ({ ...one, id: bytes(one.id) });
  const read = { ...options, challenge: bytes(options.challenge) };
  if (options.user) read.user = named(options.user);
  if (options.excludeCredentials) read.excludeCredentials = options.excludeCredentials.map(named);
  if (options.allowCredentials) read.allowCredentials = options.allowCredentials.map(named);
  return read;
}

/** The answer as the standard writes it in JSON; some keepers of passkeys bring none of their own. */
function plain({ id, rawId, type, response, authenticatorAttachment }) {
  const said = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) said[name] = text(response[name]);
  }
  return { id, rawId: text(rawId), type, response: said, authenticatorAttachment, clientExtensionResults: {} };
}
