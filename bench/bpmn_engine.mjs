// bpmn-engine doing what bench/execution.py does: restore, answer the user task, run to the next,
// save. Reads {source, variables, before, rounds} on its input; prints microseconds, one a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const { Engine } = createRequire(process.cwd() + "/")("bpmn-engine");
const asked = JSON.parse(readFileSync(0, "utf8"));

function answer(execution) {
  execution.getPostponed().find((each) => each.type === "bpmn:UserTask").signal({});
}

async function begun() {
  const engine = new Engine({ name: "bench", source: asked.source });
  const execution = await engine.execute({ variables: asked.variables });
  for (let done = 0; done < asked.before; done += 1) answer(execution);
  return JSON.stringify(await engine.getState());
}

async function step(saved) {
  const engine = new Engine().recover(JSON.parse(saved));
  answer(await engine.resume());
  const state = JSON.stringify(await engine.getState());
  await engine.stop();
  return state;
}

const saved = await begun();
for (let round = 0; round < asked.rounds; round += 1) {
  const start = performance.now();
  await step(saved);
  console.log((performance.now() - start) * 1000);
}
