// The console follows what happens, but nothing moves under who reads: then it waits behind a button.
import "./dialogs.js";
import { drafts, isDone } from "./sheets.js";
import { announce, parse, tick } from "./messages.js";
import "./sending.js";
import { markUnread, newest } from "./unread.js";

const READING = 20000;
const news = document.getElementById("news");
const banner = document.getElementById("connection");
let source, soon, late, resting, regular;
let touched = 0;

const shown = () => document.getElementById("page");
const follows = shown().dataset.follows === "true";
const answer = () => document.querySelector("#answer > *");

for (const kind of ["keydown", "pointerdown", "wheel", "touchmove"]) {
  document.addEventListener(kind, () => (touched = Date.now()), { capture: true, passive: true });
}

function isReading() {
  const isHere = shown().contains(document.activeElement) || Date.now() - touched < READING;
  return !document.hidden && isHere;
}

/** What it says, apart from how long ago that was. */
function words(page) {
  const copy = page.cloneNode(true);
  copy.querySelectorAll(".ago, .answer-slot, #details:has(form), .say").forEach((part) => part.replaceChildren());
  return copy.textContent.replace(/\s+/g, " ");
}

/** @param isAsked the reader did something or wants to see it, so it may move */
async function refresh(isAsked = false) {
  clearTimeout(soon);
  if (!follows) return;
  if (document.querySelector("dialog[open]")) return wait(2000);
  try {
    const response = await fetch(location.href, { redirect: "error" });
    if (response.status >= 500) return wait(5000);
    const fresh = parse(await response.text()).getElementById("page");
    if (!fresh) return hide();
    const drafted = drafts(shown());
    drafted.forEach((part) => fresh.querySelector(`#${part.id}`)?.replaceChildren(...part.cloneNode(true).childNodes));
    if (words(fresh) === words(shown())) return hide();
    if (isAsked || !isReading()) put(fresh);
    else tell();
  } catch {
    wait(5000);
  } finally {
    lookAgain();
  }
}

/** What no event tells of is looked at again, as long as somebody looks. */
function lookAgain() {
  const every = shown().querySelector("[data-every]")?.dataset.every;
  clearTimeout(regular);
  if (every && follows) regular = setTimeout(() => (document.hidden ? lookAgain() : refresh()), every * 1000);
}

function wait(millis) {
  clearTimeout(soon);
  soon = setTimeout(refresh, millis);
}

/** The end of a log is what one came for; who has gone up in it stays there. */
function toEnd(up = null) {
  const log = document.querySelector("[data-end]");
  if (log) log.scrollTop = up ?? log.scrollHeight;
}

/** How far down who has gone up is; nothing at its end. */
function goneUp() {
  const log = document.querySelector("[data-end]");
  return log && log.scrollTop + log.clientHeight < log.scrollHeight - 4 ? log.scrollTop : null;
}

function put(fresh) {
  const up = goneUp();
  const focused = document.activeElement;
  const isInside = shown().contains(focused) && focused !== shown();
  const said = answer();
  const page = document.importNode(fresh, true);
  for (const part of drafts(shown())) page.querySelector(`#${part.id}`)?.replaceWith(part);
  shown().replaceWith(page);
  toEnd(up);
  if (said) document.getElementById("answer")?.append(said);
  htmx.process(page);
  if (isInside) (again(page, focused) ?? said ?? page).focus({ preventScroll: true });
  hide();
  tick();
}

/** What was focused, in the new page. */
function again(page, focused) {
  const text = focused.textContent;
  if (focused.isConnected) return focused;
  return [...page.querySelectorAll("a, button")].find((other) => other.textContent === text);
}

function tell() {
  if (!news.hidden) return;
  news.hidden = false;
  announce("Something changed on this page.");
}

function hide() {
  news.hidden = true;
}

function connect() {
  source?.close();
  source = new EventSource("/live?channel=");
  source.onopen = () => {
    clearTimeout(late);
    banner.hidden = true;
    document.body.dataset.live = "on";
    wait(0);
  };
  source.onerror = () => {
    document.body.dataset.live = "off";
    clearTimeout(late);
    late = setTimeout(() => (banner.hidden = false), 3000);
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  };
  source.addEventListener("missed", () => wait(300));
  source.addEventListener("elsewhere", (event) => {
    newest(event.data);
    wait(300);
  });
}

news.addEventListener("click", () => refresh(true));
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "answer" || isDone(event)) refresh(true);
});
// Browsers allow few connections to one server: a tab that nobody looks at gives its own back.
document.addEventListener("visibilitychange", () => {
  clearTimeout(resting);
  if (document.hidden) resting = setTimeout(() => source.close(), 30000);
  else if (source.readyState === EventSource.CLOSED) connect();
});

toEnd();
setInterval(tick, 15000);
markUnread();
connect();
