/**
 * The folder of the paper, as the browser's own folders are used by the editor (File System API, as far as it is needed): read and
 * written by the server that shows the paper while it is written, so that no browser has to be allowed a folder, and each can be used.
 */
export async function paperFolder(told: (failure: string) => void): Promise<object> {
  const listed = (await (await fetch('files/')).json()) as string[];
  /** What the editor has of each file, in the words of the server: the mark of the state that it has read, or has written. */
  const files = new Map<string, string>(listed.map((file) => [file, '']));
  const below = (folder: string) => {
    const names = [...files.keys()].flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length)] : []));
    return new Map(names.map((name) => [name.replace(/\/.*/, ''), name.includes('/')] as const));
  };
  const absent = (name: string) => new DOMException(`There is no ${name}.`, 'NotFoundError');
  const address = (file: string) => `files/${file.split('/').map(encodeURIComponent).join('/')}`;
  const asked = async (file: string, errand: RequestInit): Promise<Response> => {
    // Nobody's work is written over: the server looks whether the file is still as the editor has it.
    const headers = { 'if-match': files.get(file) ?? '' };
    const answer = await fetch(address(file), errand.method ? { ...errand, headers } : errand).catch(() => undefined);
    if (answer?.ok) {
      if (errand.method !== 'DELETE') files.set(file, answer.headers.get('etag') ?? '');
      return answer;
    }
    const failure = answer ? await answer.text() : 'The desk does not answer. Is it still running?';
    // Why something was not written the editor tells by itself.
    if (errand.method === 'DELETE') told(failure);
    throw new Error(failure);
  };

  const fileAt = (file: string) => ({
    kind: 'file',
    name: file.replace(/.*\//, ''),
    getFile: async () => {
      const blob = files.has(file) ? await (await asked(file, {})).blob() : new Blob();
      return new File([blob], file.replace(/.*\//, ''), { type: blob.type });
    },
    // All of a file is written at once; what goes wrong when it is closed the editor does not hear.
    createWritable: () => ({ write: (body: BodyInit) => asked(file, { method: 'PUT', body }), close: () => undefined }),
  });

  const folderAt = (folder: string): object => ({
    kind: 'directory',
    name: folder.replace(/\/$/, '').replace(/.*\//, ''),
    // eslint-disable-next-line @typescript-eslint/require-await -- it is read one after the other
    entries: async function* () {
      for (const [name, isFolder] of below(folder))
        yield [name, isFolder ? folderAt(`${folder}${name}/`) : fileAt(`${folder}${name}`)];
    },
    getDirectoryHandle: (name: string, { create = false } = {}) => {
      if (!create && below(folder).get(name) !== true) throw absent(name);
      return folderAt(`${folder}${name}/`);
    },
    getFileHandle: (name: string, { create = false } = {}) => {
      if (!create && !files.has(`${folder}${name}`)) throw absent(name);
      return fileAt(`${folder}${name}`);
    },
    removeEntry: async (name: string) => {
      // A folder goes with the last file in it.
      if (!files.has(`${folder}${name}`)) return;
      await asked(`${folder}${name}`, { method: 'DELETE' });
      files.delete(`${folder}${name}`);
    },
  });
  return folderAt('');
}
