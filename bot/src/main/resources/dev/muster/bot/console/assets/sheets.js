// Forms of the console: what is typed stays until it is saved.
const LOST = "Not saved, your text is kept. Muster does not answer; try again in a moment.";

const formOf = (event) => {
  const elt = event.detail.requestConfig?.elt ?? event.detail.elt;
  return elt?.matches?.(".sheet-form") ? elt : null;
};

/** Parts of the page in which somebody is about to write something. */
export function drafts(page) {
  const editing = [...page.querySelectorAll("#details")].filter((part) => part.querySelector("form"));
  return editing.concat([...page.querySelectorAll(".say > details[open]")]);
}

/** Whether it was a form of ours that is done. */
export function isDone(event) {
  return formOf(event) !== null;
}

// A refusal stands beside what was typed, in place of the page that it would otherwise be.
document.addEventListener("htmx:beforeSwap", (event) => {
  const form = formOf(event);
  if (!form || event.detail.xhr.getResponseHeader("Muster-Part") === null) return;
  event.detail.shouldSwap = false;
  event.detail.isError = false;
  event.stopImmediatePropagation();
  const part = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  form.querySelector(".answer-slot").replaceChildren(...part.body.children);
});
for (const kind of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(kind, (event) => {
    const form = formOf(event);
    if (!form) return;
    event.stopImmediatePropagation();
    const notice = document.getElementById("not-sent").content.cloneNode(true);
    notice.querySelector(".line").textContent = LOST;
    form.querySelector(".answer-slot").replaceChildren(notice);
  });
}

// The keyboard goes on where there is something to do.
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  if (!part.matches?.("#details, .say > details")) return;
  const wrong = part.querySelector("[aria-invalid=true]");
  (wrong ?? part.querySelector("h2, summary")).focus({ preventScroll: wrong === null });
});
document.addEventListener("toggle", (event) => {
  if (!event.target.open || !event.target.matches(".say > details")) return;
  document.querySelectorAll(".say > details[open]").forEach((other) => {
    const isEmpty = [...other.querySelectorAll("textarea, .text")].every((field) => !field.value);
    if (other !== event.target && isEmpty) other.open = false;
  });
  event.target.querySelector("textarea").focus();
}, true);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-take]");
  if (!button) return;
  const field = document.getElementById(button.dataset.take);
  field.value = button.dataset.value;
  field.focus();
});
// Who writes long texts sends them with the keyboard.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.target.closest?.(".sheet-form")?.requestSubmit();
});
