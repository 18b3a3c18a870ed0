// Lighthouse over the start page and a participant's board of a real server, on a quiet machine:
//
//   node bench/lighthouse.mjs [least]        least of each category, 95 when absent; exit 1 below it
//
// Lighthouse is no dependency of ours: npm fetches it for this one run. CHROME_PATH names the browser.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const version = "13.5.0";
const least = Number(process.argv[2] ?? 95);
const program = new URL("../bin/muntsaus", import.meta.url).pathname;
const categories = ["performance", "accessibility", "best-practices"];
const folder = mkdtempSync(join(tmpdir(), "muntsaus-lighthouse-"));

const server = spawn(
  program,
  ["serve", "--listen", "127.0.0.1:0", "--data", folder],
  { stdio: ["ignore", "ignore", "pipe"] },
);

async function address() {
  for await (const line of createInterface({ input: server.stderr })) {
    const said = line.startsWith("{") ? JSON.parse(line) : {};
    if (said.msg === "listening") {
      server.stderr.resume();
      return said.url;
    }
  }
  throw new Error("the server did not start");
}

async function post(url, path, body) {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return {
    cookies: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0]),
    ...(await answer.json()),
  };
}

/** The pages with the seat one needs there. */
async function pages(url) {
  const made = await post(url, "/api/boards", {
    template: "lease",
    agenda: "2h",
    language: "nl",
    title: "Meten",
    name: "Mo",
  });
  const { departments } = await (
    await fetch(`${url}/api/join/${made.joinCode}`)
  ).json();
  const seat = await post(url, `/api/join/${made.joinCode}`, {
    name: "Ann",
    departmentId: departments[0].id,
  });
  return [
    { name: "start", to: url, cookies: [] },
    { name: "board", to: `${url}/b/${made.boardId}`, cookies: seat.cookies },
  ];
}

function look({ name, to, cookies }) {
  const [headers, report] = [
    join(folder, `${name}-headers.json`),
    join(folder, `${name}.json`),
  ];
  writeFileSync(
    headers,
    JSON.stringify(cookies.length ? { Cookie: cookies.join("; ") } : {}),
  );
  const flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu";
  const asked = [
    `--only-categories=${categories.join()}`,
    "--preset=desktop",
    "--quiet",
    flags,
  ];
  execFileSync(
    "npx",
    [
      "--yes",
      `lighthouse@${version}`,
      to,
      `--extra-headers=${headers}`,
      "--output=json",
      `--output-path=${report}`,
      ...asked,
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { CHROME_PATH: "/usr/bin/chromium", ...process.env },
    },
  );
  const found = JSON.parse(readFileSync(report, "utf8"));
  const scores = categories.map((category) =>
    Math.round((found.categories[category]?.score ?? 0) * 100),
  );
  const failing = Object.values(found.audits).filter(
    (audit) => audit.score !== null && audit.score < 0.9,
  );
  console.log(
    `${name}: ${categories.map((category, i) => `${category} ${scores[i]}`).join(", ")}`,
  );
  for (const audit of failing)
    console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
  return Math.min(...scores);
}

try {
  const lowest = (await pages(await address())).map(look);
  process.exitCode = Math.min(...lowest) < least ? 1 : 0;
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
