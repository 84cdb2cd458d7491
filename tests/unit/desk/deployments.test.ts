import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { deploymentOf, deployments, type Deployment } from '../../../src/desk/deployments.ts';
import { editorFiles } from '../../../src/desk/editor-files.ts';

const places = Object.keys(deployments) as Deployment[];
const of = (where: Deployment, url = 'https://name.github.io/papers/küste/') =>
  deploymentOf(where, { url, slug: 'kuestenblatt', hasEngineFile: true });

describe('What a place to put a paper out needs', () => {
  test.each(places.filter((where) => where !== 'none'))('is files and what is left to be done: %s', (where) => {
    const { files, todo } = of(where);
    expect([Object.keys(files).length > 0, todo]).toEqual([true, expect.any(String)]);
    for (const [name, text] of Object.entries(files))
      if (/\.ya?ml$/.test(name)) expect(parse(text)).toBeTypeOf('object');
  });

  it('starts no shell', () => {
    for (const where of places)
      for (const [name, text] of Object.entries(of(where).files))
        if (name.endsWith('.mjs')) expect(text).not.toMatch(/shell|\bsh -c\b|exec\(/);
  });

  it('has a machine for each year where that is asked for, and one that joins what they have built', () => {
    const text = of('github-volumes').files['.github/workflows/publish.yml'] ?? '';
    const { jobs } = parse(text) as { jobs: Record<string, { needs?: string | string[]; steps: { run?: string }[] }> };
    const steps = Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [name, job.steps.map(({ run }) => run).join('\n')]),
    );
    expect(steps['volume']).toContain('npx broadsheet build --volume ${{ matrix.year }}');
    expect(jobs['publish']?.needs).toContain('volume');
    expect(steps['publish']).toMatch(
      /npx broadsheet build\n[^]*put\.mjs --rclone "site:\S+ vars\.S3_BUCKET \}\}\/papers\/küste"/,
    );
  });

  it('lays the site below its path for hosts that serve a folder at the root of theirs', () => {
    expect(of('netlify').files['deploy/site.mjs']).toContain('site/papers/küste');
    expect(of('netlify').files['netlify.toml']).toContain('publish = "site"');
    expect(of('netlify', 'https://paper.example').files).toEqual({
      'netlify.toml': expect.stringContaining('publish = "dist"') as string,
    });
  });
});

describe('What Visual Studio Code knows of a paper', () => {
  const files = editorFiles();

  it('is a snippet for every block', () => {
    const snippets = Object.keys(JSON.parse(files['.vscode/broadsheet.code-snippets'] ?? '') as object);
    expect(snippets).toEqual(
      expect.arrayContaining(['figure', 'gallery', 'video', 'pull-quote', 'fact-box', 'timeline', 'table', 'related']),
    );
  });

  it('is a schema for each kind of file, with what editors are told of its fields', () => {
    const schemas = Object.entries(files).filter(([name]) => name.startsWith('.vscode/schemas/'));
    expect(schemas.map(([name]) => path.basename(name, '.json')).sort()).toEqual(
      ['article', 'contributor', 'elsewhere', 'front', 'page', 'publication', 'section', 'topic'].sort(),
    );
    for (const [, text] of schemas) expect(text).not.toMatch(/[⟨⟩]/);
    const article = JSON.parse(files['.vscode/schemas/article.json'] ?? '') as {
      required: string[];
      properties: Record<string, { description?: string }>;
    };
    expect(article.required).toEqual(expect.arrayContaining(['id', 'headline', 'section', 'published', 'status']));
    expect(Object.values(article.properties).every(({ description }) => description)).toBe(true);
  });
});
