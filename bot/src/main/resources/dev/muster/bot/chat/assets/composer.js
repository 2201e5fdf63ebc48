// The command box: completion, drafts, and what was sent before.
import { parse } from "./messages.js";

const UP = -1;
const DOWN = 1;
const sent = JSON.parse(sessionStorage.getItem("muster.sent") ?? "[]");
let at = sent.length;
let asking;

const isBox = (element) => element.matches?.(".composer .text");
const listOf = (box) => document.getElementById(box.getAttribute("aria-controls"));
const activeOf = (box) => listOf(box).querySelector("[aria-selected=true]");
const draftOf = (box) => `muster.draft.${box.form.channel.value}.${box.form.thread.value}`;

export function restoreDrafts() {
  for (const box of document.querySelectorAll(".composer .text")) {
    box.value ||= sessionStorage.getItem(draftOf(box)) ?? "";
  }
}

function write(box, text) {
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  sessionStorage.setItem(draftOf(box), text);
}

async function complete(box) {
  if (!box.value.startsWith("/")) return close(box);
  asking?.abort();
  asking = new AbortController();
  try {
    const address = `/chat/complete?text=${encodeURIComponent(box.value)}&thread=${box.form.thread.value}`;
    const response = await fetch(address, { signal: asking.signal, headers: { "HX-Request": "true" } });
    if (!response.ok) return close(box);
    listOf(box).replaceChildren(...parse(await response.text()).querySelectorAll("li"));
    open(box);
  } catch {
    // A newer question took its place, or Muster is away: there is just no list.
  }
}

function open(box) {
  const options = [...listOf(box).children];
  options.forEach((option, index) => (option.id = `${box.id}-option-${index}`));
  if (options.length === 0 || document.activeElement !== box) return close(box);
  listOf(box).hidden = false;
  box.setAttribute("aria-expanded", "true");
  box.removeAttribute("aria-activedescendant");
}

export function close(box) {
  asking?.abort();
  listOf(box).hidden = true;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
  activeOf(box)?.setAttribute("aria-selected", "false");
}

function move(box, way) {
  const options = [...listOf(box).children];
  const from = options.indexOf(activeOf(box));
  const to = from < 0 && way === UP ? options.length - 1 : (from + way + options.length) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === to)));
  options[to].scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", options[to].id);
}

function take(box, option) {
  const isNew = box.value !== option.dataset.value;
  write(box, option.dataset.value);
  close(box);
  if (isNew) complete(box);
  return isNew;
}

function recall(box, way) {
  at = Math.min(sent.length, Math.max(0, at + way));
  write(box, sent[at] ?? "");
}

/** It went through: another thing may be typed, unless somebody already does. */
export function done(box, text) {
  remember(text);
  if (box.value.trim() === text) write(box, "");
}

/** It was not understood: it stays, to be mended or typed over. */
export function mistaken(box, text) {
  remember(text);
  box.select();
}

function remember(text) {
  if (sent.at(-1) !== text) sent.push(text);
  sent.splice(0, sent.length - 50);
  at = sent.length;
  sessionStorage.setItem("muster.sent", JSON.stringify(sent));
}

function arrow(box, isOpen, way) {
  if (!isOpen && box.value !== "" && box.value !== sent[at]) return false;
  if (isOpen) move(box, way);
  else recall(box, way);
  return true;
}

// Each says whether it used the key up.
const keys = {
  ArrowDown: (box, isOpen) => arrow(box, isOpen, DOWN),
  ArrowUp: (box, isOpen) => arrow(box, isOpen, UP),
  Tab: (box, isOpen) => isOpen && take(box, activeOf(box) ?? listOf(box).firstElementChild),
  Enter: (box, isOpen) => isOpen && activeOf(box) !== null && take(box, activeOf(box)),
  Escape: (box, isOpen) => isOpen && (close(box), true),
};

document.addEventListener("keydown", (event) => {
  if (!isBox(event.target) || event.isComposing || event.shiftKey || event.altKey) return;
  const isOpen = !listOf(event.target).hidden;
  if (keys[event.key]?.(event.target, isOpen)) event.preventDefault();
});
document.addEventListener("input", (event) => {
  if (!isBox(event.target)) return;
  sessionStorage.setItem(draftOf(event.target), event.target.value);
  complete(event.target);
});
document.addEventListener("focusout", (event) => isBox(event.target) && close(event.target));
document.addEventListener("mousedown", (event) => event.target.closest(".options") && event.preventDefault());
document.addEventListener("click", (event) => {
  const option = event.target.closest(".options [role=option]");
  if (option) take(option.closest("form").elements.text, option);
});
