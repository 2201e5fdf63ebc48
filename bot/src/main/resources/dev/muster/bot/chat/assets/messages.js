// Messages in the page: put in, replaced in place, counted while the reader is elsewhere.
const news = {};
const skew = Date.parse(document.body.dataset.now) - Date.now();

const isAtEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 48;

export function toEnd(list) {
  list.scrollTop = list.scrollHeight;
  count(list, 0);
}

/** From its end on, as long as the reader does not scroll up, whatever grows around it. */
export function keepAtEnd(list) {
  if (!list) return;
  toEnd(list);
  let isKept = true;
  list.addEventListener("scroll", () => (isKept = isAtEnd(list)));
  new ResizeObserver(() => isKept && toEnd(list)).observe(list);
}

export function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

export function announce(text) {
  document.getElementById("announce").textContent = text;
}

/** Puts an article where it belongs, or in place of the one that stands there. */
export function put(article) {
  const { message, root } = article.dataset;
  const shown = document.querySelectorAll(`.scroll > [data-message="${message}"]`);
  shown.forEach((old) => replace(old, article));
  const list = home(message, root);
  if (list && !list.querySelector(`:scope > [data-message="${message}"]`)) insert(list, article);
}

export function markOpenThread() {
  const open = document.getElementById("thread").dataset.root;
  document.querySelectorAll("#messages > .message").forEach((message) =>
    message.classList.toggle("is-open", message.dataset.message === open));
}

/** The words of Times.java. */
export function tick() {
  for (const time of document.querySelectorAll("time")) {
    const words = ago(Date.now() + skew - Date.parse(time.dateTime));
    time.querySelector(".ago").textContent = words && `, ${words}`;
  }
}

function ago(millis) {
  const minutes = Math.floor(Math.abs(millis) / 60000);
  if (minutes === 0) return "just now";
  const days = Math.floor(minutes / 1440);
  if (minutes >= 2880 && days > 30) return "";
  const amount =
    minutes < 60 ? `${minutes} min` : minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${days} d`;
  return millis < 0 ? `in ${amount}` : `${amount} ago`;
}

function home(message, root) {
  if (message !== root) {
    return document.getElementById("thread").dataset.root === root ? document.getElementById("replies") : null;
  }
  const list = document.getElementById("messages");
  const first = list.querySelector(".message");
  const isBefore = first && Number(message) < Number(first.dataset.message);
  return list.dataset.newest === "true" && !isBefore ? list : null;
}

function insert(list, article) {
  const stay = hold(list);
  const later = [...list.querySelectorAll(":scope > .message")].find((other) =>
    other.dataset.message !== list.closest(".thread")?.dataset.root
    && Number(other.dataset.message) > Number(article.dataset.message));
  const fresh = document.importNode(article, true);
  list.querySelector("[data-empty]")?.remove();
  list.insertBefore(fresh, later ?? null);
  htmx.process(fresh);
  if (!stay()) count(list, (news[list.id] ?? 0) + 1);
  announce(`${fresh.querySelector(".author").textContent}: ${fresh.getAttribute("aria-label")}`);
}

function replace(old, article) {
  const main = old.querySelector(".message-main");
  const fresh = document.importNode(article.querySelector(".message-main"), true);
  if (words(main) === words(fresh)) return;
  const stay = hold(old.closest(".scroll"));
  const focused = main.contains(document.activeElement) && document.activeElement.textContent;
  if (words(main.querySelector(".content")) !== words(fresh.querySelector(".content"))) {
    announce(`Changed: ${article.getAttribute("aria-label")}`);
  }
  main.replaceWith(fresh);
  old.className = article.className;
  old.setAttribute("aria-label", article.getAttribute("aria-label"));
  htmx.process(fresh);
  markOpenThread();
  stay();
  if (focused) refocus(old, focused);
}

function refocus(message, text) {
  const same = [...message.querySelectorAll("button, a")].find((other) => other.textContent === text);
  (same ?? message).focus({ preventScroll: true });
}

function words(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".ago").forEach((ago) => ago.remove());
  copy.querySelectorAll("[class*=htmx-], [disabled]").forEach((busy) => busy.removeAttribute("disabled"));
  return copy.textContent.replace(/\s+/g, " ") + [...copy.querySelectorAll("input")].map((i) => i.value);
}

/** Afterwards what is being read stands where it stood; true when that is the end of the list. */
function hold(list) {
  const wasAtEnd = isAtEnd(list);
  const edge = list.getBoundingClientRect().top;
  const first = [...list.children].find((child) => child.getBoundingClientRect().bottom > edge);
  const top = first?.getBoundingClientRect().top;
  return () => {
    if (wasAtEnd) toEnd(list);
    else if (first?.isConnected) list.scrollTop += first.getBoundingClientRect().top - top;
    return wasAtEnd;
  };
}

function count(list, number) {
  news[list.id] = number;
  const button = document.querySelector(`[data-news="${list.id}"]`);
  if (!button) return;
  button.hidden = number === 0;
  button.textContent = `${number} new ↓`;
}

document.addEventListener("scroll", (event) => {
  if (event.target.id && event.target.matches?.(".scroll") && isAtEnd(event.target)) count(event.target, 0);
}, true);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-news]");
  if (button) toEnd(document.getElementById(button.dataset.news));
});
