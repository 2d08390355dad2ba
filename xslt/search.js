/* The search over the edition. The index (search-index.js) holds each document's words in the order of the text, as numbers
   into one list of words, so that phrases can be found and the words around a find be shown. Nothing is fetched. */
"use strict";

(() => {
  const index = window.teiencodeIndex;
  const form = document.querySelector("form.filters");
  const list = document.querySelector(".results");
  const status = document.querySelector("[role=status]");
  if (!index || !form) return;

  const folded = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  const wordsOf = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) || [];
  const number = new Map(index.words.map((word, at) => [word, at]));

  /* What is asked for: each term a row of words; the last word of the question may be the beginning of one. */
  const termsOf = (question) => {
    const terms = [];
    for (const part of question.matchAll(/[“"]([^”"]*)[”"]?|([^\s“"]+)/g)) {
      const words = wordsOf(part[1] === undefined ? part[2] : part[1]);
      if (words.length) terms.push(words);
    }
    return terms;
  };

  const candidates = (word, open) => {
    const found = new Set();
    if (number.has(word)) found.add(number.get(word));
    if (open && word.length > 2) index.words.forEach((each, at) => { if (each.startsWith(word)) found.add(at); });
    return found;
  };

  const placesIn = (words, wanted) => {
    const places = [];
    for (let at = 0; at + wanted.length <= words.length; at += 1) {
      if (wanted.every((set, offset) => set.has(words[at + offset]))) places.push(at);
    }
    return places;
  };

  const passes = (each, asked) => {
    const one = (key, values) => !asked.get(key) || values.includes(asked.get(key));
    const day = each.date;
    return one("sender", each.sender) && one("recipient", each.recipient) && one("classification", each.classification)
      && (!asked.get("from") || (day !== "" && day.padEnd(10, "-99") >= asked.get("from")))
      && (!asked.get("until") || (day !== "" && day <= asked.get("until")));
  };

  const show = (result) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "document";
    link.href = `${encodeURIComponent(result.each.name)}/index.html`;
    link.textContent = result.each.title;
    item.append(link);
    const details = document.createElement("span");
    details.className = "details";
    details.textContent = [result.each.date, result.times ? `${result.times} ${result.times === 1 ? "place" : "places"}` : ""].filter(Boolean).join(" · ");
    item.append(details);
    if (result.times) {
      const { at, length } = result.first;
      const around = document.createElement("p");
      around.className = "around";
      const said = (from, to) => result.each.text.slice(Math.max(0, from), to).map((word) => index.words[word]).join(" ");
      const mark = document.createElement("mark");
      mark.textContent = said(at, at + length);
      around.append(`… ${said(at - 12, at)} `, mark, ` ${said(at + length, at + length + 12)} …`);
      item.append(around);
    }
    return item;
  };

  const search = () => {
    const asked = new FormData(form);
    const terms = termsOf(asked.get("q") || "");
    const filtered = ["from", "until", "sender", "recipient", "classification"].some((key) => asked.get(key));
    list.replaceChildren();
    if (!terms.length && !filtered) { status.textContent = ""; return; }
    const sets = terms.map((words, row) => words.map((word, at) => candidates(word, row === terms.length - 1 && at === words.length - 1)));
    const results = [];
    for (const each of index.documents) {
      if (!passes(each, asked)) continue;
      const places = sets.map((wanted) => placesIn(each.text, wanted));
      const named = folded(each.title);
      if (places.some((found) => !found.length)) continue;
      const times = places.reduce((sum, found) => sum + found.length, 0);
      const inTitle = terms.filter((words) => named.includes(words.join(" "))).length;
      const first = places.length ? { at: places[0][0], length: sets[0].length } : null;
      results.push({ each, times, first, weight: times / Math.sqrt(each.text.length + 1) + inTitle });
    }
    results.sort((one, other) => other.weight - one.weight);
    const shown = results.slice(0, 100);
    status.textContent = results.length === 1 ? "1 document" : `${results.length} documents${results.length > shown.length ? ", the first 100 of them" : ""}`;
    list.append(...shown.map(show));
  };

  const given = new URLSearchParams(location.search);
  for (const [key, value] of given) if (form.elements[key]) form.elements[key].value = value;
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("input", search);
  search();
})();
