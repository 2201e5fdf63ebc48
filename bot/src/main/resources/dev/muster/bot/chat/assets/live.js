// Live updates: the stream says which messages changed, the page fetches them.
import { parse, put } from "./messages.js";
import { markUnread, newest } from "./unread.js";

const { channel } = document.body.dataset;
const PART = { headers: { "HX-Request": "true" } };
const MANY = 25;
let source, late, resting, again;
let wanted = new Set();
let isFetching = false;

export function connect() {
  source?.close();
  source = new EventSource(`/live?channel=${encodeURIComponent(channel)}`);
  source.onopen = () => {
    isConnected(true);
    refetch();
  };
  source.onerror = () => {
    isConnected(false);
    if (source.readyState === EventSource.CLOSED) retry(comeBack, 2000);
  };
  source.addEventListener("changed", (event) => want(event.data.split(" ")));
  source.addEventListener("missed", refetch);
  source.addEventListener("elsewhere", (event) => newest(event.data));
}

/** The stream is refused: perhaps we are logged out, and then trying again is no use. */
async function comeBack() {
  const response = await fetch("/chat/complete?text=", PART).catch(() => null);
  if (response?.status !== 401) return connect();
  const banner = document.getElementById("connection");
  banner.textContent = "You are logged out. What you typed is kept: load this page anew.";
  banner.hidden = false;
}

function isConnected(is) {
  const banner = document.getElementById("connection");
  clearTimeout(late);
  document.body.dataset.live = is ? "on" : "off";
  if (is) banner.hidden = true;
  else late = setTimeout(() => (banner.hidden = false), banner.hidden ? 3000 : 0);
}

function retry(what, millis = 5000) {
  clearTimeout(again);
  again = setTimeout(what, millis);
}

/** A root shows how many answers it has, so it changes with each. */
function want(ids) {
  ids.forEach((id) => wanted.add(id));
  if (!isFetching) fetchWanted();
}

async function fetchWanted() {
  isFetching = true;
  try {
    while (wanted.size > 0 && wanted.size <= MANY) {
      const [id] = wanted;
      wanted.delete(id);
      const response = await fetch(`/chat/messages/${id}`, PART);
      if (response.ok) parse(await response.text()).querySelectorAll("article").forEach(put);
      else if (response.status >= 500) retry(refetch);
    }
  } catch {
    retry(refetch);
  }
  isFetching = false;
  if (wanted.size > 0) refetch();
  markUnread();
}

/** Looks at everything again. */
async function refetch() {
  wanted = new Set();
  try {
    const response = await fetch(location.href, { redirect: "error" });
    if (response.status >= 500) return retry(refetch);
    const page = parse(await response.text());
    const fresh = [...page.querySelectorAll("#messages > .message")];
    const list = document.getElementById("messages");
    const isFar = list.querySelector(".message")
      && !fresh.some((m) => list.querySelector(`[data-message="${m.dataset.message}"]`));
    if (isFar && list.dataset.newest === "true" && fresh.length > 0) return location.reload();
    fresh.concat([...page.querySelectorAll("#replies > .message")]).forEach(put);
    page.querySelectorAll("[data-entry]").forEach((entry) => {
      const mine = document.querySelector(`[data-entry="${CSS.escape(entry.dataset.entry)}"]`);
      if (mine) mine.dataset.latest = entry.dataset.latest;
    });
    markUnread();
  } catch {
    retry(refetch);
  }
}

// Browsers allow few connections to one server: a tab that nobody looks at gives its own back.
document.addEventListener("visibilitychange", () => {
  clearTimeout(resting);
  if (document.hidden) resting = setTimeout(() => source.close(), 30000);
  else if (source.readyState === EventSource.CLOSED) connect();
});
markUnread();
