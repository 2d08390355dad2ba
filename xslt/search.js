/* The search over the edition. The index (search-index.js) holds each document's text as it stands; words are compared without
   accents and capitals, and shown as they are. Nothing is fetched. */
"use strict";

(() => {
  const form = document.querySelector("form.filters");
  const list = document.querySelector(".results");
  const status = document.querySelector("[role=status]");
  if (!form) return;

  /* The words of the page's language. */
  const said = form.dataset;
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
  const counted = (number, shown) => `${number} ${number === 1 ? said.document : said.documents}${number > shown ? `, ${shown} ${said.shown}` : ""}`;

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

    const folded = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    const word = /(?:[\p{L}\p{N}]\p{M}*)+/gu;
    const wordsOf = (text) => (text.match(word) || []).map(folded);

    /* Each word has a number, so that a document is a row of numbers; what stands twice is folded once. */
    const words = [];
    const number = new Map();
    const numbers = new Map();
    const numberOf = (form) => {
      let found = numbers.get(form);
      if (found === undefined) {
        const plain = folded(form);
        found = number.get(plain);
        if (found === undefined) { found = words.push(plain) - 1; number.set(plain, found); }
        numbers.set(form, found);
      }
      return found;
    };
    const documents = index.documents.map((each) => ({ ...each, words: (each.text.match(word) || []).map(numberOf) }));

    /* The text before, at and after the words from number `at` on, so many of them, as it stands. */
    const passage = (each, at, length, around) => {
      const ends = [...each.text.matchAll(word)].map((match) => [match.index, match.index + match[0].length]);
      const [from, to] = [Math.max(0, at - around), Math.min(ends.length, at + length + around) - 1];
      const [begin, end] = [ends[at][0], ends[at + length - 1][1]];
      /* Up to the next word, or to the white space before it: the signs at a word belong to it. */
      const last = each.text.slice(ends[to][1]).match(/^\S*/)[0].length + ends[to][1];
      return [from > 0 ? "… " : "", each.text.slice(from > 0 ? ends[from][0] : 0, begin), each.text.slice(begin, end),
        each.text.slice(end, last), last < each.text.length ? " …" : ""];
    };

    /* What is asked for: each term a row of words; the last word of the question may be the beginning of one. */
    const termsOf = (question) => {
      const terms = [];
      for (const part of question.matchAll(/[“"]([^”"]*)[”"]?|([^\s“"]+)/g)) {
        const words = wordsOf(part[1] === undefined ? part[2] : part[1]);
        if (words.length) terms.push(words);
      }
      return terms;
    };

    const candidates = (asked, open) => {
      const found = new Set();
      if (number.has(asked)) found.add(number.get(asked));
      if (open && asked.length > 2) words.forEach((each, at) => { if (each.startsWith(asked)) found.add(at); });
      return found;
    };

    const placesIn = (row, wanted) => {
      const places = [];
      for (let at = 0; at + wanted.length <= row.length; at += 1) {
        if (wanted.every((set, offset) => set.has(row[at + offset]))) places.push(at);
      }
      return places;
    };

    const passes = (each, asked) => filters.every((key) => !asked.get(key) || each[key].includes(asked.get(key))) && within(each.date, asked);

    const show = (result) => {
      const details = [result.each.date, result.times ? `${result.times} ${result.times === 1 ? said.place : said.places}` : ""];
      let around = null;
      if (result.times) {
        const [open, before, found, after, close] = passage(result.each, result.first.at, result.first.length, 12);
        const mark = document.createElement("mark");
        mark.textContent = found;
        around = [open + before, mark, after + close];
      }
      return item(`${encodeURIComponent(result.each.name)}/index.html`, result.each.title, details, around);
    };

    const search = () => {
      const asked = new FormData(form);
      const terms = termsOf(asked.get("q") || "");
      const filtered = ["from", "until", "sender", "recipient", "classification"].some((key) => asked.get(key));
      list.replaceChildren();
      if (!terms.length && !filtered) { status.textContent = ""; return; }
      const sets = terms.map((term, row) => term.map((each, at) => candidates(each, row === terms.length - 1 && at === term.length - 1)));
      const results = [];
      for (const each of documents) {
        if (!passes(each, asked)) continue;
        const places = sets.map((wanted) => placesIn(each.words, wanted));
        const named = folded(each.title);
        if (places.some((found) => !found.length)) continue;
        const times = places.reduce((sum, found) => sum + found.length, 0);
        const inTitle = terms.filter((term) => named.includes(term.join(" "))).length;
        const first = places.length ? { at: places[0][0], length: sets[0].length } : null;
        results.push({ each, times, first, weight: times / Math.sqrt(each.words.length + 1) + inTitle });
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
