import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { costOf, type Cost } from './measure.ts';

/** The version of Hugo on this machine; `undefined` when there is none. */
export function hugoVersion(): string | undefined {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return error ? undefined : /v[\d.]+/.exec(stdout)?.[0];
}

/** The front page and articles alone; or as much of what ours are as Hugo's templates can: see `lists` and `forms`. */
export type Made = 'articles' | 'all';

/**
 * A Hugo site over the very files of a paper, with templates that say what ours say; pictures are named and not encoded.
 * @param css what a page of ours carries in its head
 * @returns the folder of the site
 */
export function makeHugoSite(paper: string, { css, made }: { css: string; made: Made }): string {
  const site = mkdtempSync(path.join(tmpdir(), 'broadsheet-hugo-'));
  const mount = (source: string, target: string) => ({ source: path.join(paper, 'content', source), target });
  const config = {
    baseURL: 'https://bench.example/',
    title: 'The Bench',
    languageCode: 'en-GB',
    timeZone: 'Asia/Singapore',
    ...(made === 'all' ? lists : { disableKinds: ['taxonomy', 'term', 'section', 'RSS', 'sitemap', 'robotsTXT'] }),
    frontmatter: { date: ['published'] },
    module: {
      mounts: [
        mount('articles', 'content'),
        mount('pictures', 'static/pictures'),
        mount('contributors', 'data/contributors'),
        mount('sections', 'data/sections'),
      ],
    },
  };
  const files: Record<string, string> = {
    'config.json': JSON.stringify(config),
    'layouts/_default/baseof.html': base(css),
    'layouts/_default/single.html': single,
    'layouts/index.html': front,
    'layouts/404.html': missing,
    'layouts/partials/picture.html': picture,
    ...(made === 'all' && forms),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(site, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return site;
}

/** Builds a Hugo site into `public/` in its folder. */
export function costOfHugo(site: string): Promise<Cost> {
  return costOf(['hugo', '--quiet'], { cwd: site });
}

/** Lists in pages of 24 of each section, topic and year with their feeds, those of the paper in three forms, and the other forms of an article. */
const lists = {
  disableKinds: [],
  paginate: 24,
  taxonomies: { topic: 'topics', desk: 'section' },
  mediaTypes: { 'text/markdown': { suffixes: ['md'] }, 'application/atom+xml': { suffixes: ['xml'] } },
  outputFormats: {
    markdown: { mediaType: 'text/markdown', baseName: 'index', isPlainText: true },
    oembed: { mediaType: 'application/json', baseName: 'oembed', isPlainText: true },
    atom: { mediaType: 'application/atom+xml', baseName: 'atom' },
  },
  outputs: {
    page: ['HTML', 'JSON', 'markdown', 'oembed'],
    home: ['HTML', 'RSS', 'atom', 'JSON'],
    section: ['HTML', 'RSS', 'atom', 'JSON'],
    taxonomy: ['HTML'],
    term: ['HTML', 'RSS', 'atom', 'JSON'],
  },
};

const list = `{{ define "main" }}
<main id="text" class="list">
<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}<article class="row">
<p class="kicker"><span>{{ .Params.kicker }}</span></p>
<h2><a href="{{ .RelPermalink }}">{{ .Params.headline }}</a></h2>
<p class="standfirst">{{ .Params.standfirst }}</p>
<figure class="photo photo-row" role="group">{{ partial "picture.html" .Params.picture }}</figure>
<p class="times"><time datetime="{{ .Params.published }}">{{ .Date.Format "2 January 2006, 15:04" }} SGT</time></p>
</article>{{ end }}
{{ with .Paginator.Next }}<a rel="next" href="{{ .URL }}">Earlier stories</a>{{ end }}
</main>
{{ end }}
`;

const forms: Record<string, string> = {
  'layouts/_default/list.html': list,
  'layouts/_default/single.json': `{{ dict "id" .Params.id "url" .Permalink "headline" .Params.headline "standfirst" .Params.standfirst "section" .Params.section "topics" .Params.topics "published" .Params.published "picture" .Params.picture "html" .Content "text" .Plain | jsonify }}`,
  'layouts/_default/single.markdown.md': `# {{ .Params.headline }}\n\n{{ .Params.standfirst }}\n\n{{ .RawContent }}`,
  'layouts/_default/single.oembed.json': `{{ dict "version" "1.0" "type" "link" "title" .Params.headline "provider_name" site.Title "url" .Permalink | jsonify }}`,
  'layouts/_default/list.rss.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>{{ range first 25 .RegularPages }}<item><title>{{ .Params.headline }}</title><link>{{ .Permalink }}</link><guid>{{ .Params.id }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.standfirst }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}</channel></rss>`,
  'layouts/_default/list.atom.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>{{ range first 25 .RegularPages }}<entry><title>{{ .Params.headline }}</title><id>{{ .Params.id }}</id><link href="{{ .Permalink }}"/><published>{{ .Params.published }}</published><summary>{{ .Params.standfirst }}</summary><content type="html">{{ .Content | html }}</content></entry>{{ end }}</feed>`,
  'layouts/_default/list.json': `{{ $items := slice }}{{ range first 25 .RegularPages }}{{ $items = $items | append (dict "id" .Params.id "url" .Permalink "title" .Params.headline "content_html" .Content) }}{{ end }}{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Title "items" $items | jsonify }}`,
};

const base = (css: string) => `<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ with .Params.headline }}{{ . }} – {{ end }}{{ site.Title }}</title>
{{ with .Params.standfirst }}<meta name="description" content="{{ . }}">{{ end }}
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
{{ range slice "serif-400" "serif-600" "sans-400" }}<link rel="preload" href="/_astro/{{ . }}.woff2" as="font" type="font/woff2" crossorigin>{{ end }}
<style>${css}</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
{{ block "main" . }}{{ end }}
<footer class="imprint" lang="en-GB" dir="ltr">
<p class="nameplate">{{ site.Title }}</p>
<p>Published by The Bench, Singapore</p>
<p>Text licensed under CC BY 4.0</p>
<ul><li><a href="/">Front page</a></li><li><a href="mailto:desk@bench.example">desk@bench.example</a></li></ul>
</footer>
</body>
</html>
`;

const single = `{{ define "main" }}
<header class="masthead" lang="en-GB" dir="ltr">
<p class="nameplate"><a href="/">{{ site.Title }}</a></p>
<p class="section-name">{{ (index site.Data.sections .Params.section).name }}</p>
</header>
<main id="text">
<article class="article">
<header class="heading">
<p class="kicker"><span>{{ .Params.kicker }}</span></p>
<h1>{{ .Params.headline }}</h1>
<p class="standfirst">{{ .Params.standfirst }}</p>
<div class="byline">
{{ range .Params.contributors }}<p class="names">By {{ (index site.Data.contributors .who).name }}</p>{{ end }}
<p class="dateline">{{ .Params.dateline.place }}, {{ (time .Params.dateline.date).Format "2 January" }}</p>
<p class="times"><span>Published <time datetime="{{ .Params.published }}">{{ .Date.Format "2 January 2006, 15:04" }} SGT</time></span></p>
</div>
<p class="notice">This article is more than {{ sub 2026 .Date.Year }} years old.</p>
</header>
<figure class="photo photo-lead" role="group">
{{ partial "picture.html" .Params.picture }}
<figcaption><span class="caption">{{ .Params.picture.caption }}</span> <small class="credit">{{ .Params.picture.credit }}</small></figcaption>
</figure>
<div class="prose">{{ .Content }}</div>
<div class="ending"></div>
</article>
<aside class="related" aria-label="Related stories">
{{ range .Params.related }}<section>
<h2>{{ .heading }}</h2>
<ul>{{ range .stories }}{{ with site.GetPage .article }}<li><a href="{{ .RelPermalink }}" lang="en-GB" dir="ltr">{{ .Params.headline }}</a></li>{{ end }}{{ end }}</ul>
</section>{{ end }}
</aside>
<aside class="promos" aria-label="Stay in touch">
<p>The main stories of each edition, sent once, when they are ready. <a href="https://channel.bench.example/" rel="external">Follow the channel</a></p>
<p>Have every edition delivered, complete and in order. <a href="https://subscribe.bench.example/" rel="external">Subscribe</a></p>
</aside>
</main>
{{ end }}
`;

const front = `{{ define "main" }}
<header class="front-head"><h1 class="nameplate">{{ site.Title }}</h1></header>
<main id="text" class="front">
{{ range first 40 site.RegularPages }}<article class="story story-second">
<figure class="photo photo-card" role="group">{{ partial "picture.html" .Params.picture }}</figure>
<div class="story-words">
<p class="kicker"><span>{{ .Params.kicker }}</span></p>
<h2><a href="{{ .RelPermalink }}">{{ .Params.headline }}</a></h2>
<p class="standfirst">{{ .Params.standfirst }}</p>
</div>
</article>{{ end }}
</main>
{{ end }}
`;

const missing = `{{ define "main" }}<main id="text"><h1>There is no such page</h1></main>{{ end }}
`;

const picture = `{{ $name := path.BaseName .file }}{{ $sizes := "(min-width: 70rem) 62rem, 92vw" }}<picture>
{{ range slice "avif" "webp" }}<source srcset="{{ $format := . }}{{ range slice 480 800 1200 1800 }}/pictures/{{ $name }}-{{ . }}.{{ $format }} {{ . }}w, {{ end }}" type="image/{{ . }}" sizes="{{ $sizes }}">{{ end }}
<img src="/pictures/{{ $name }}.jpg" srcset="{{ range slice 480 800 1200 1800 }}/pictures/{{ $name }}-{{ . }}.jpeg {{ . }}w, {{ end }}" alt="{{ .alt }}" sizes="{{ $sizes }}" loading="eager" fetchpriority="high" decoding="sync" width="2400" height="1600">
</picture>`;
