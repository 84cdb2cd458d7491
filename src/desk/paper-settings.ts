/** What Astro reads of a paper before it reads what the paper says, with a file of each for one that has none. */
export const settings = {
  'astro.config.mjs':
    "import { defineConfig } from 'astro/config';\nimport { broadsheet } from 'broadsheet';\n\nexport default defineConfig({ integrations: [broadsheet()] });\n",
  'src/content.config.ts':
    "import { broadsheetCollections } from 'broadsheet/content';\n\nexport const collections = broadsheetCollections();\n",
};
