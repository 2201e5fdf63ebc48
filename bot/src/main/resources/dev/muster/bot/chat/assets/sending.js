// What comes of sending and clicking: the answer, the new message, or why there is none.
import { close, done, mistaken } from "./composer.js";
import { tell } from "./forms.js";
import { parse, put, tick, toEnd } from "./messages.js";

const LOST = "Not sent, your text is kept. Muster does not answer; try again in a moment.";
const LATE = "No answer in 20 s. It may have been done: look before you send it again. Your text is kept.";
const PART = "Muster-Part";

function say(slot, text, form) {
  const notice = document.getElementById("not-sent").content.cloneNode(true);
  if (text === LATE) notice.querySelector(".answer-note span").textContent = "Perhaps done";
  notice.querySelector(".line").textContent = text;
  if (!tell(form, notice.childNodes)) slot.replaceChildren(notice);
}

function lost(event, text) {
  const slot = event.detail.target;
  if (slot.matches(".answer-slot")) say(slot, text, event.detail.requestConfig.elt);
  else document.getElementById("connection").hidden = false;
}

/** Any answer of Muster's own is shown, whatever its status; a stranger's, such as a proxy's, is not. */
document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, xhr } = event.detail;
  const kind = xhr.getResponseHeader(PART);
  if (!target.matches(".answer-slot")) {
    event.detail.shouldSwap = xhr.status < 500 && kind === null;
    if (!event.detail.shouldSwap) location.assign(event.detail.pathInfo.requestPath);
    return;
  }
  const form = event.detail.requestConfig.elt;
  event.detail.isError = false;
  // A form stays open with all that stands in it until what it asks for is done.
  const isKept = kind !== "answer" && kind !== "form" && kind !== null && tell(form, parse(xhr.responseText).body.childNodes);
  event.detail.shouldSwap = kind !== null && kind !== "message" && !isKept;
  if (kind === null) say(target, LOST, form);
  if (kind === "message") show(target, xhr.responseText);
});

function show(slot, html) {
  slot.replaceChildren();
  parse(html).querySelectorAll("article").forEach(put);
  toEnd(slot.closest("main, aside").querySelector(".scroll"));
}

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!event.target.matches(".composer")) return;
  event.target.dataset.sent = event.target.elements.text.value.trim();
  close(event.target.elements.text);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr } = event.detail;
  if (!elt.matches(".composer")) return;
  const kind = xhr.getResponseHeader(PART);
  const box = elt.elements.text;
  if (kind === "answer" || kind === "message" || kind === "form") done(box, elt.dataset.sent);
  if (kind === "mistake") mistaken(box, elt.dataset.sent);
});
document.addEventListener("htmx:afterSwap", (event) => {
  const slot = event.detail.target;
  if (!slot.matches?.(".answer-slot")) return;
  tick();
  slot.scrollIntoView({ block: "nearest" });
  // The button that was clicked is gone: the keyboard goes on from its answer.
  if (document.activeElement === document.body) slot.firstElementChild?.focus({ preventScroll: true });
});
document.addEventListener("htmx:sendError", (event) => lost(event, LOST));
document.addEventListener("htmx:timeout", (event) => lost(event, LATE));
