import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = {
  /** WCAG 2.2 AA, and good practice. */
  standards: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  /** What colours and width decide; all else is the same in every theme. */
  looks: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
  /** What axe looks for where it is not told: all but the size of targets. */
  usual: undefined,
};

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }>;
}

/**
 * What axe finds on a page as it stands in the browser: each rule that is broken, with the first element that breaks it. The page
 * has no frames, and its policy lets scripts ask its own site for something.
 */
export async function violations(page: Page, what: keyof typeof rules = 'standards'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(program);
  const { passed, found } = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    // Of what is right one element a rule is kept, since it takes time to find a selector for each.
    const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
    const { violations, passes } = await axe.run(document, options);
    return { passed: passes.length, found: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`) };
  }, rules[what]);
  if (passed === 0) throw new Error('axe has looked at nothing.');
  return found;
}
