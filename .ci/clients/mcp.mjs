import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import assert from "node:assert/strict";

const [command, ...args] = process.argv.slice(2);
const client = new Client({ name: "genledger-test", version: "1" });
await client.connect(new StdioClientTransport({ command, args, env: process.env }));
const { tools } = await client.listTools();
assert.equal(tools.length, 6);
// The client checks structured content against the output schemas that it has listed.
const call = (name, args = {}) => client.callTool({ name, arguments: args });
for (const name of ["spend_report", "list_generations", "find_missing", "findings", "ledger_status"]) {
  const answer = await call(name);
  assert.ok(!answer.isError, JSON.stringify(answer));
  assert.deepEqual(JSON.parse(answer.content[1].text), answer.structuredContent);
}
const { structuredContent: page } = await call("list_generations", { limit: 1 });
const why = await call("explain_generation", { id: page.rows[0].id });
assert.equal(why.structuredContent.id, page.rows[0].id);
const wrong = await call("spend_report", { limit: 5000 });
assert.ok(wrong.isError);
assert.match(wrong.content[0].text, /expected a whole number from 1 to 1000/);
await client.close();
console.log("the TypeScript client was answered by all tools");
