import { z } from 'zod';
import { onDay } from './examples.ts';
import { reference } from './fields.ts';

const stories = (place: string) =>
  z.array(reference()).default([]).describe(`${place}: a list of paths such as \`${onDay}/slug\`.`);

/** `content/fronts/<YYYY-MM-DD>.yaml`: what an editor says of a day's front page. What is not said is composed by rule. */
export const front = z.strictObject({
  lead: reference().optional().describe(`The story that leads, by its path: \`${onDay}/slug\`.`),
  breaking: z
    .boolean()
    .optional()
    .describe('Whether the headline of the lead stands across the page, as of news that is breaking: `true`.'),
  second: stories('Stories beside the lead, in order'),
  pairs: z
    .array(z.array(reference()).length(2, 'is not two stories'))
    .default([])
    .describe(`Stories that stand side by side, two by two: \`[[${onDay}/slug, ${onDay}/other]]\`.`),
  briefs: stories('Stories in the column of briefs, in order'),
  inside: stories('Stories that stay off the front page'),
});

export type FiledFront = z.infer<typeof front>;
