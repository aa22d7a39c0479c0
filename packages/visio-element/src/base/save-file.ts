/** Has the browser save a text, under a name and the day. */
export function saveFile(text: string, type: string, name: string, extension: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${extension}`;
  link.click();
  // A browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
