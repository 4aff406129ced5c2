/**
 * `npm run bench:checks`: breaks the printed tables of the samples in every way of a list and says how many of the
 * mutants are noticed where they were broken.
 */
import { inventedUnits } from '../../samples/invented-2025/book.ts';
import { sampleFacts } from '../../samples/sample-facts.fixture.ts';
import { scoreOf } from '../../shared/checks/printed/mutants.fixture.ts';
import { printedDocument } from '../../shared/checks/printed/printed-table.fixture.ts';
import { columns } from './harness.ts';

const GOAL = 0.99;
const units = inventedUnits().map(({ name }) => String(name));
const documents = [
  { name: 'lanxian-2025', facts: sampleFacts('lanxian-2025') },
  { name: 'invented-2025 (021)', facts: sampleFacts('invented-2025', ['021']) },
];

let [all, found] = [0, 0];
for (const { name, facts } of documents) {
  const { scores, survivors } = scoreOf(
    printedDocument(facts.tables(), facts.context.year, units),
    facts.context.codes,
  );
  const lines = scores.map((one) => [one.way, String(one.mutants), String(one.found)]);
  console.log(`\n${columns([[name, 'mutants', 'found'], ...lines])}`);
  for (const { way, table, cell, rows } of survivors) {
    console.log(`  not noticed: ${way}, table ${table} ${cell?.row ?? rows.join(' ')} ${cell?.column ?? ''}`);
  }
  all += scores.reduce((sum, one) => sum + one.mutants, 0);
  found += scores.reduce((sum, one) => sum + one.found, 0);
}
const score = found / all;
console.log(
  `\n${found} of ${all} mutants noticed at the right place: ${(Math.floor(score * 10_000) / 100).toString()}%`,
);
process.exit(score >= GOAL ? 0 : 1);
