/* The search over the edition. The index (search-index.js) holds each document's words in the order of the text, as numbers
   into one list of words, so that phrases can be found and the words around a find be shown. Nothing is fetched. */
"use strict";

(() => {
  const form = document.querySelector("form.filters");
  const list = document.querySelector(".results");
  const status = document.querySelector("[role=status]");
  if (!form) return;

  const given = new URLSearchParams(location.search);
  for (const [key, value] of given) if (form.elements[key]) form.elements[key].value = value;
  const filters = ["sender", "recipient", "classification"];

  /* A result: its page, what is told of it, and the words around a find. */
  const item = (address, title, details, around) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.className = "document";
    link.href = address;
    link.textContent = title;
    const told = document.createElement("span");
    told.className = "details";
    told.textContent = details.filter(Boolean).join(" · ");
    entry.append(link, told);
    if (around) {
      const words = document.createElement("p");
      words.className = "around";
      words.append(...around);
      entry.append(words);
    }
    return entry;
  };
  const within = (day, asked) => (!asked.get("from") || (day !== "" && day.padEnd(10, "-99") >= asked.get("from")))
    && (!asked.get("until") || (day !== "" && day <= asked.get("until")));
  const counted = (number, shown) => (number === 1 ? "1 document" : `${number} documents${number > shown ? `, the first ${shown} of them` : ""}`);

  /* By Pagefind, from a server: only the pieces of the index that the question needs are fetched. */
  const byPagefind = (pagefind) => {
    let asking = 0;
    const marked = (excerpt) => {
      const read = new DOMParser().parseFromString(excerpt, "text/html").body;
      return ["… ", ...[...read.childNodes].map((node) => {
        if (node.nodeName !== "MARK") return node.textContent;
        const mark = document.createElement("mark");
        mark.textContent = node.textContent;
        return mark;
      }), " …"];
    };
    const search = async () => {
      const asked = new FormData(form);
      const question = (asked.get("q") || "").replace(/[“”]/g, '"').trim();
      const chosen = Object.fromEntries(filters.filter((key) => asked.get(key)).map((key) => [key, asked.get(key)]));
      const turn = asking += 1;
      if (!question && !Object.keys(chosen).length && !asked.get("from") && !asked.get("until")) { list.replaceChildren(); status.textContent = ""; return; }
      const found = await pagefind.search(question || null, { filters: chosen });
      const dated = Boolean(asked.get("from") || asked.get("until"));
      const read = await Promise.all((dated ? found.results : found.results.slice(0, 100)).map((each) => each.data()));
      if (turn !== asking) return;
      const kept = read.filter((each) => within(each.meta.date || "", asked));
      const shown = kept.slice(0, 100);
      status.textContent = counted(dated ? kept.length : found.results.length, shown.length);
      list.replaceChildren(...shown.map((each) => item(`${encodeURIComponent(each.meta.name)}/index.html`, each.meta.title, [each.meta.date], question ? marked(each.excerpt) : null)));
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
    form.addEventListener("input", search);
    search();
  };

  const byIndex = () => {
    const index = window.teiencodeIndex;
    if (!index) return;

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

    const passes = (each, asked) => filters.every((key) => !asked.get(key) || each[key].includes(asked.get(key))) && within(each.date, asked);

    const show = (result) => {
      const details = [result.each.date, result.times ? `${result.times} ${result.times === 1 ? "place" : "places"}` : ""];
      let around = null;
      if (result.times) {
        const { at, length } = result.first;
        const said = (from, to) => result.each.text.slice(Math.max(0, from), to).map((word) => index.words[word]).join(" ");
        const mark = document.createElement("mark");
        mark.textContent = said(at, at + length);
        around = [`… ${said(at - 12, at)} `, mark, ` ${said(at + length, at + length + 12)} …`];
      }
      return item(`${encodeURIComponent(result.each.name)}/index.html`, result.each.title, details, around);
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
      status.textContent = counted(results.length, shown.length);
      list.append(...shown.map(show));
    };

    form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
    form.addEventListener("input", search);
    search();
  };

  const withIndex = () => {
    if (window.teiencodeIndex) { byIndex(); return; }
    const script = document.createElement("script");
    script.src = "search-index.js";
    script.addEventListener("load", byIndex);
    document.head.append(script);
  };

  if (form.dataset.pagefind && location.protocol.startsWith("http")) {
    import(new URL(form.dataset.pagefind, location.href).href).then(async (pagefind) => {
      await pagefind.init();
      byPagefind(pagefind);
    }).catch(withIndex);
  } else {
    withIndex();
  }
})();
