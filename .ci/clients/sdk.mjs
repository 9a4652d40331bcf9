// Asks `genledger serve` in OpenRouter's place by OpenRouter's own TypeScript SDK, of which only the address changes.
// Usage: node sdk.mjs PROGRAM FOLDER, with saved records in the folder.
import { HTTPClient, OpenRouter } from "@openrouter/sdk";
import { NotFoundResponseError, ResponseValidationError } from "@openrouter/sdk/models/errors";
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, folder] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "genledger-sdk-"));
const db = join(work, "costs.db");
const running = [];

// The fields that the SDK accepts in no record as null.
const neverNull = ["created_at", "data_region", "id", "is_byok", "model", "origin", "total_cost", "usage"];

/** The saved records; the other files hold errors. */
const records = readdirSync(folder)
  .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), "utf8") }))
  .map(({ file, text }) => ({ file, data: JSON.parse(text).data }))
  .filter(({ data }) => data);

const genledger = (...args) => execFileSync(program, [...args, "--db", db], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** Starts a command that serves, and waits for the address in its output. */
function start(pattern, ...args) {
  const child = spawn(program, args, { env: { ...process.env, OPENROUTER_API_KEY: "sk-or-any" } });
  running.push(child);
  return new Promise((resolve, reject) => {
    let text = "";
    const look = (more) => {
      text += more;
      const found = pattern.exec(text);
      if (found) resolve(found[1]);
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.on("exit", (code) => reject(new Error(`${args[0]} ended with ${code}: ${text}`)));
  });
}

/** The SDK over the server, with a parameter in each request that OpenRouter does not have. */
function client(serverURL, apiKey, name, value) {
  const httpClient = new HTTPClient();
  httpClient.addHook("beforeRequest", (request) => {
    const url = new URL(request.url);
    if (name) url.searchParams.set(name, value);
    return new Request(url, request);
  });
  return new OpenRouter({ apiKey, serverURL, httpClient });
}

/** The fields of a record that the SDK refuses. Its error holds the record as it was served. */
async function refused(openRouter, { id, ...fields }) {
  try {
    const { data } = await openRouter.generations.getGeneration({ id });
    assert.equal(data.id, id);
    return [];
  } catch (failure) {
    if (!(failure instanceof ResponseValidationError)) throw failure;
    const { data } = failure.rawValue;
    assert.deepEqual({ ...data, ...fields }, data);
    return failure.cause.issues.map(({ path }) => path[1]).sort();
  }
}

try {
  const ids = join(work, "ids");
  const upstream = await start(/"baseUrl":"([^"]+)"/, "simulate", "--generated", "40", "--ids", ids, "--json");
  const token = genledger("token", "create", "sdk", "--scope", "write").trim();
  genledger("import", ...records.map(({ file }) => file));
  const server = await start(/"url":"([^"]+)"/, "serve", "--db", db, "--listen", "127.0.0.1:0", "--base-url", upstream);
  const url = new URL("/api/v1", server).href;

  // An id that the ledger does not know: 404, as OpenRouter answers it, and tracked.
  const today = readFileSync(ids, "utf8").trim().split("\n");
  await assert.rejects(client(url, token).generations.getGeneration({ id: today[0] }), (failure) => {
    assert.ok(failure instanceof NotFoundResponseError, String(failure));
    assert.deepEqual({ ...failure.error }, { code: 404, message: `Generation ${today[0]} not found` });
    return true;
  });

  // Records with the fields of today.
  const waiting = client(url, token, "wait", "30s");
  for (const fields of await Promise.all(today.map((id) => refused(waiting, { id })))) assert.deepEqual(fields, []);

  // Records of 2023 to 2026, none of which has all fields that the SDK expects.
  const complete = client(url, token, "complete", "true");
  let accepted = 0;
  for (const { data } of records) {
    const fields = await refused(client(url, token), data);
    assert.ok(fields.length > 0, data.id);
    assert.ok(fields.every((field) => !(field in data)), `${data.id}: ${fields}`);
    const missing = neverNull.filter((field) => !(field in data));
    assert.deepEqual(await refused(complete, data), missing, data.id);
    if (missing.length === 0) accepted++;
  }
  console.log(`OpenRouter's SDK accepted all ${today.length} records with today's fields, ${accepted} of ${records.length} older ones with complete=true, and none of these as it is`);
} finally {
  running.forEach((child) => child.kill());
  rmSync(work, { recursive: true });
}
