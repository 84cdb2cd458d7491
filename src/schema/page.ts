import { z } from 'zod';
import { languageTag, line } from './fields.ts';

/** The front matter of `content/pages/<name>.md`. */
export const page = z.strictObject({
  title: line().describe('The heading of the page, and its name in the imprint: "About this paper".'),
  description: line().optional().describe('One sentence on the page, for search engines.'),
  language: languageTag()
    .optional()
    .describe("The language, where it is not the paper's: a tag such as `en-GB`, `ar`, `ja`."),
  direction: z.enum(['ltr', 'rtl']).optional().describe('`ltr` or `rtl`; the language decides when it is left out.'),
});

export type FiledPage = z.infer<typeof page>;
