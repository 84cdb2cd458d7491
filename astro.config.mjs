import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { press } from './src/press/press.ts';
import { languageStyles } from './src/styles/languages.ts';

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const { url } = parse(read('./content/publication.yaml'));
// An address that is none is told with all other mistakes.
const origin = URL.canParse(url) ? new URL(url).origin : '';
const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

// What a script loads when it is asked to is one file: Vite's helper, which would fetch others with it, is larger than
// the rest of the script. Each module has its own, as one for all would be a file more to fetch.
const helper = '\0vite/preload-helper.js';
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  resolveId: (id, importer) => (id === helper ? `${helper}?${importer}` : undefined),
  load: (id) => (id.startsWith(helper) ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  site: url,
  // The press builds here and moves the whole to dist/ when it is complete.
  outDir: './.astro/next',
  cacheDir: './.astro',
  trailingSlash: 'always',
  // The default drops the space of a line break between two inline elements.
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [press()],
  // Bodies do not go through Astro's own Markdown; its highlighter would need inline styles.
  markdown: { syntaxHighlight: false },
  image: {
    service: { entrypoint: 'astro/assets/services/sharp', config: { avif: { effort: 2 } } },
  },
  build: { inlineStylesheets: 'always' },
  // One script for all pages is fetched once; in each page it would be read again with each.
  vite: {
    plugins: [plainImports],
    css: { postcss: { plugins: [languageStyles()] } },
    build: { assetsInlineLimit: 0, modulePreload: false },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        // What a reader saves as one file has pictures and faces in data: or, in MHTML, under the address they came from.
        `img-src 'self' data: ${origin}`,
        "media-src 'self'",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "manifest-src 'self'",
      ],
      // What stands in every page, from the files that the layout reads.
      scriptDirective: {
        hashes: ['first-paint.js', 'speculation-rules.json'].map((file) => hashOf(read(`./src/scripts/${file}`))),
      },
    },
  },
});
