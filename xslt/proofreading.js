/* The proofreading page: a word that is chosen on one side is marked on both; a tag shows the whole of its element.

   A piece of text that bears `data-at` stands in the source from that offset on, character by character. */
"use strict";

(() => {
  const page = document.querySelector(".proof.aligned");
  if (!page) return;
  document.querySelectorAll(".with-script").forEach((element) => { element.hidden = false; });

  const pieces = (selector) => [...page.querySelectorAll(selector)]
    .filter((element) => element.firstChild)
    .map((element) => ({ element, at: Number(element.dataset.at), end: Number(element.dataset.at) + element.textContent.length }))
    .sort((one, other) => one.at - other.at);
  const sides = { markup: pieces(".markup [data-at]"), source: pieces(".source [data-at]") };

  const marks = [];
  const clear = () => {
    if (window.CSS && CSS.highlights) CSS.highlights.delete("shown");
    marks.splice(0).forEach((element) => element.classList.remove("shown"));
  };

  /* The parts of a side that stand in the source between two offsets, as ranges. */
  const ranges = (side, from, to) => sides[side]
    .filter((piece) => piece.at < to && piece.end > from)
    .map((piece) => {
      const range = document.createRange();
      range.setStart(piece.element.firstChild, Math.max(0, from - piece.at));
      range.setEnd(piece.element.firstChild, Math.min(piece.end, to) - piece.at);
      return range;
    });

  const show = (from, to, chosen) => {
    clear();
    const found = { markup: ranges("markup", from, to), source: ranges("source", from, to) };
    const all = [...found.markup, ...found.source];
    if (window.Highlight && window.CSS && CSS.highlights) {
      CSS.highlights.set("shown", new Highlight(...all));
    } else {
      all.forEach((range) => { range.startContainer.parentElement.classList.add("shown"); marks.push(range.startContainer.parentElement); });
    }
    const other = found[chosen === "markup" ? "source" : "markup"][0];
    if (!other) return;
    const box = other.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight) {
      other.startContainer.parentElement.scrollIntoView({ block: "center" });
    }
  };

  const choose = () => {
    const selection = document.getSelection();
    const node = selection.focusNode;
    const element = node && (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    if (!element || !page.contains(element)) return;
    const side = element.closest(".source") ? "source" : "markup";
    const tag = element.closest(".tag[data-from]");
    if (tag) {
      show(Number(tag.dataset.from), Number(tag.dataset.to), side);
      return;
    }
    const piece = element.closest("[data-at]");
    if (!piece || node.nodeType !== Node.TEXT_NODE) return;
    const at = Number(piece.dataset.at);
    let from = Math.min(selection.anchorOffset, selection.focusOffset);
    let to = Math.max(selection.anchorOffset, selection.focusOffset);
    if (selection.anchorNode !== node) from = to = selection.focusOffset;
    while (from > 0 && /\S/.test(node.data[from - 1])) from -= 1;
    while (to < node.data.length && /\S/.test(node.data[to])) to += 1;
    if (to > from) show(at + from, at + to, side);
  };

  page.addEventListener("click", choose);
  page.addEventListener("keyup", choose);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
})();
