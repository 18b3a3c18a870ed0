// Reads the files of one board with libraries that are not ours; main.go starts it. Every line it prints is a verdict: who read, a tab, and
// what was found, or NO and what is wrong.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { parse } from "csv-parse/sync";
import { Resvg } from "@resvg/resvg-js";

const dir = process.argv[2];
const bytes = (name) => readFileSync(join(dir, name));
const text = (name) => bytes(name).toString("utf8");
const want = JSON.parse(text("want.json"));
const list = (name) => want[name] ?? [];

async function reads(reader, how) {
  try {
    console.log(`${reader}\t${await how()}`);
  } catch (error) {
    console.log(
      `${reader}\tNO ${String(error.message ?? error)
        .replaceAll(/\s+/g, " ")
        .slice(0, 300)}`,
    );
  }
}

function same(what, found, wanted) {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  const at = Array.isArray(wanted)
    ? wanted.findIndex((one, n) => one !== found[n])
    : -1;
  throw new Error(
    `${what}: ${JSON.stringify(at < 0 ? found : found[at])} instead of ${JSON.stringify(at < 0 ? wanted : wanted[at])}`,
  );
}

/** What a line of a calendar or a diagram can hold of a text: its words. */
const words = (value) => String(value).split(/\s+/u).filter(Boolean).join(" ");

const summaries = {};

await reads("ical.js", () => {
  const calendar = new ICAL.Component(ICAL.parse(text("board.ics")));
  const events = calendar
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one));
  same("events", events.length, want.events);
  same("names", new Set(events.map(({ uid }) => uid)).size, events.length);
  for (const { startDate } of events)
    if (!startDate?.isDate) throw new Error("an event that is no day");
  summaries.first = events.map(({ summary }) => words(summary)).sort();
  return `${events.length} events, each with a name of its own and a day`;
});

await reads("node-ical", () => {
  const events = Object.values(
    nodeIcal.sync.parseICS(text("board.ics")),
  ).filter(({ type }) => type === "VEVENT");
  same("events", events.length, want.events);
  summaries.second = events
    .map(({ summary }) => words(summary?.val ?? summary))
    .sort();
  same("what the two read", summaries.second, summaries.first);
  return `${events.length} events, with the same words`;
});

/** A cell begins with ' where a spreadsheet would take it for a formula. */
const bare = (cell) => (/^'\s*[=+\-@]/u.test(cell) ? cell.slice(1) : cell);

for (const [file, column, wanted, delimiter] of [
  ["board.csv", 0, "fixes", want.language === "nl" ? ";" : ","],
  ["pains.csv", 1, "pains", want.language === "nl" ? ";" : ","],
  ["jira.csv", 0, "tasks", ","],
  ["trello.csv", 0, "tasks", ","],
  ["planner.csv", 0, "tasks", ","],
]) {
  await reads(`csv-parse ${file}`, () => {
    const rows = parse(bytes(file), {
      bom: true,
      delimiter,
      relax_column_count: false,
    });
    const found = rows.slice(1).map((row) => bare(row[column]));
    same("texts", found.toSorted(), list(wanted).toSorted());
    return `${rows.length - 1} rows of ${rows[0].length} cells`;
  });
}

await reads("Mermaid", async () => {
  const diagram = /^```mermaid\n([\s\S]*?)\n```$/mu.exec(text("board.md"))?.[1];
  if (!diagram) {
    same("steps", list("steps"), []);
    return "no diagram of no steps";
  }
  const { window } = new JSDOM("");
  Object.assign(globalThis, {
    window,
    document: window.document,
    Element: window.Element,
    DOMParser: window.DOMParser,
  });
  const { default: mermaid } = await import("mermaid");
  const { diagramType } = await mermaid.parse(diagram);
  same("kind", diagramType, "journey");
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(diagram);
  // In its own lists a sign that stands as its number is written so until it is drawn.
  const drawn = (value) =>
    value.replaceAll(/ﬂ°°(\d+)¶ß/gu, (_, n) => String.fromCodePoint(Number(n)));
  const tasks = db.getTasks();
  same(
    "tasks",
    tasks.map(({ task }) => drawn(task)),
    list("steps").map((title, n) => words(`${n + 1}. ${title}`)),
  );
  same(
    "phases",
    db.getSections().map((one) => drawn(one)),
    list("phases").map((one) => words(one) || "–"),
  );
  for (const { score } of tasks)
    if (!(score >= 1 && score <= 5)) throw new Error(`a score of ${score}`);
  return `${tasks.length} tasks in ${db.getSections().length} sections`;
});

await reads("resvg", () => {
  const drawing = new Resvg(bytes("board.svg"), {
    fitTo: { mode: "zoom", value: 0.25 },
    font: { loadSystemFonts: true },
  }).render();
  const colours = new Set();
  for (
    let at = 0;
    at < drawing.pixels.length && colours.size < 20;
    at += 4 * 37
  )
    colours.add(drawing.pixels.readUInt32LE(at));
  if (colours.size < 4) throw new Error(`a picture of ${colours.size} colours`);
  return `${drawing.width} × ${drawing.height}`;
});

await reads("jsdom", () => {
  const { document } = new JSDOM(text("report.html"), {
    virtualConsole: new VirtualConsole(), // it does not know all of CSS, and would say so
  }).window;
  const of = (selector) => document.querySelectorAll(selector).length;
  same(
    "scripts, frames and pictures from elsewhere",
    of("script, iframe, object, embed, img, link, form"),
    0,
  );
  same("language", document.documentElement.lang.slice(0, 2), want.language);
  for (const link of document.querySelectorAll("a[href^='#']"))
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1))))
      throw new Error(`${link.hash} leads nowhere`);
  for (const picture of document.querySelectorAll("svg[role=img]"))
    if (!picture.getAttribute("aria-label") && !picture.querySelector("title"))
      throw new Error("a picture without words");
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  same("ids", new Set(ids).size, ids.length);
  return `${of("h1")} parts, ${of("table")} tables, ${of("svg[role=img]")} pictures with words, ${of("a[href^='#']")} links that lead somewhere`;
});

await reads("pdf.js", async () => {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({
    data: new Uint8Array(bytes("report.pdf")),
    verbosity: 0,
    useSystemFonts: true,
  }).promise;
  const { info } = await pdf.getMetadata();
  if (!info.Title?.includes(words(want.title).slice(0, 20)))
    throw new Error(`title ${info.Title}`);
  if (want.author && info.Author !== want.author)
    throw new Error(`author ${info.Author}`);
  if (!info.Language?.startsWith(want.language))
    throw new Error(`language ${info.Language}`);
  const { Marked: tagged } = (await pdf.getMarkInfo()) ?? {};
  if (!tagged) throw new Error("not tagged");
  const outline = await pdf.getOutline();
  const found = { H1: 0, H2: 0, Table: 0, TH: 0, Figure: 0, Link: 0 };
  let bookmarks = 0;
  for (const mark of outline ?? []) {
    const where =
      typeof mark.dest === "string"
        ? await pdf.getDestination(mark.dest)
        : mark.dest;
    await pdf.getPageIndex(where[0]); // throws when it leads nowhere
    bookmarks++;
  }
  if (bookmarks < 4) throw new Error(`${bookmarks} bookmarks`);
  const silent = [];
  const bare = [];
  let level = 0;
  const walk = (node) => {
    if (node.role in found) found[node.role]++;
    if (node.role === "Figure" && !node.alt)
      silent.push(JSON.stringify(node).slice(0, 80));
    const heading = /^H([1-6])$/u.exec(node.role ?? "");
    if (heading) {
      if (Number(heading[1]) > level + 1)
        throw new Error(`${node.role} after a heading of level ${level}`);
      level = Number(heading[1]);
    }
    const named = found.TH;
    for (const child of node.children ?? []) walk(child);
    if (node.role === "Table" && found.TH === named) bare.push(node);
  };
  let all = "";
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const tree = await page.getStructTree();
    if (tree) walk(tree);
    all += (await page.getTextContent()).items
      .map(({ str }) => str ?? "")
      .join("");
  }
  if (bare.length)
    throw new Error(
      `${bare.length} of ${found.Table} tables name no column or row`,
    );
  if (silent.length)
    throw new Error(
      `${silent.length} of ${found.Figure} figures without words: ${silent[0]}`,
    );
  if (!found.H1 || (list("pains").length && !found.Table))
    throw new Error(`tags ${JSON.stringify(found)}`);
  if (all.includes("\u00AD")) throw new Error("soft hyphens in the text");
  const size = want.pdf / 1024;
  return `${pdf.numPages} pages, ${Math.round(size)} kB, ${info.Language}, ${bookmarks} bookmarks, ${found.H1 + found.H2} headings, ${found.Table} tables, ${found.Figure} figures with words`;
});
