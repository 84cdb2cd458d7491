/** What readers will see changed after a publication, in a line: pages that are new, others than before, or gone. */
export function seenByReaders(files: {
  fresh: readonly string[];
  changed: readonly string[];
  gone: readonly string[];
}): string {
  const said = (['fresh', 'changed', 'gone'] as const).flatMap((kind) => {
    const count = files[kind].filter((file) => file.endsWith('.html')).length;
    return count > 0 ? [`${count} ${count === 1 ? 'page' : 'pages'} ${words[kind]}`] : [];
  });
  return said.length > 0 ? `For readers: ${said.join(', ')}.` : 'For readers no page has changed.';
}

const words = { fresh: 'new', changed: 'changed', gone: 'gone' };
