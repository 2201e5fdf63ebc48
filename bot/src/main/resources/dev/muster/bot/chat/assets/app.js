// Begins everything. Parts find each other's elements when they need them, so that htmx may replace any.
import { restoreDrafts } from "./composer.js";
import "./dialogs.js";
import { connect } from "./live.js";
import { keepAtEnd, markOpenThread, tick } from "./messages.js";
import "./sending.js";

const title = () => document.querySelector("[data-thread-title]");

// A thread was opened or closed beside the channel: the keyboard follows.
let root = document.getElementById("thread").dataset.root;
document.addEventListener("htmx:afterSettle", () => {
  const now = document.getElementById("thread").dataset.root;
  if (now === root) return;
  const left = document.querySelector(`#messages [data-thread="${root}"]`);
  root = now;
  restoreDrafts();
  markOpenThread();
  keepAtEnd(document.getElementById("replies"));
  if (title()) title().focus({ preventScroll: true });
  else left?.focus();
});

// Older messages come in above: what is being read stays where it is.
let below = 0;
document.addEventListener("htmx:beforeSwap", (event) => {
  const list = document.getElementById("messages");
  if (event.detail.target.matches(".older")) below = list.scrollHeight - list.scrollTop;
});
document.addEventListener("htmx:afterSwap", () => {
  const list = document.getElementById("messages");
  if (below) list.scrollTop = list.scrollHeight - below;
  below = 0;
  tick();
});

restoreDrafts();
markOpenThread();
for (const id of ["messages", "replies"]) keepAtEnd(document.getElementById(id));
setInterval(tick, 15000);
connect();
