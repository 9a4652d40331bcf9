// Holds tokens.css to the contrast (WCAG) and the distance of colours (CIEDE2000, also as seen with each colour blindness: Machado 2009) that
// the design promises: text 4.5, marks 3, distance 11.
import fs from 'node:fs';
import { converter, differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse, wcagContrast } from 'culori';

const css = fs.readFileSync(new URL('../../app/src/main/resources/io/genledger/app/page/tokens.css', import.meta.url), 'utf8');
const tokens = Object.fromEntries([...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));
const lab = converter('lab65'), distance = differenceCiede2000();
const categories = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c0'];
const sights = { normal: (colour) => colour, protanopia: filterDeficiencyProt(1), deuteranopia: filterDeficiencyDeuter(1), tritanopia: filterDeficiencyTrit(1) };
const faults = [];
const hold = (what, value, least) => value < least && faults.push(`${what}: ${value.toFixed(2)}, expected at least ${least}`);

for (const theme of ['light', 'dark']) {
  for (const text of ['ink', 'ink-2', 'ink-3', 'accent', 'error', 'warn', 'ok']) {
    for (const ground of ['bg', 'raised', 'sunk', 'accent-wash']) hold(`${theme}: ${text} on ${ground}`, wcagContrast(tokens[text][theme], tokens[ground][theme]), 4.5);
  }
  hold(`${theme}: on-accent on accent`, wcagContrast(tokens['on-accent'][theme], tokens.accent[theme]), 4.5);
  for (const mark of [...categories, 'k1']) hold(`${theme}: ${mark} on bg`, wcagContrast(tokens[mark][theme], tokens.bg[theme]), 3);
  for (const [sight, filter] of Object.entries(sights)) {
    const seen = categories.map((one) => lab(filter(parse(tokens[one][theme]))));
    categories.forEach((a, i) => categories.slice(0, i).forEach((b, k) => hold(`${theme}, ${sight}: ${b} to ${a}`, distance(seen[i], seen[k]), 11)));
  }
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
