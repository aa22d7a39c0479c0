// Runs in each page before the page's own code: notes when pictures are first seen, and keeps the console quiet,
// because what is written there costs more while a debugger, and that is what we are, looks on.

export function probe() {
  for (const level of /** @type {const} */ (['trace', 'debug', 'log', 'info', 'warn'])) console[level] = () => undefined;

  /** Milliseconds since the navigation. @type {Record<string, number>} */
  const marks = {};
  Object.assign(window, { marks });

  /** Tracks of this machine's camera. */
  const own = new WeakSet();
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    for (const track of stream.getTracks()) own.add(track);
    return stream;
  };

  const { get, set } = /** @type {Required<PropertyDescriptor>} */ (
    Object.getOwnPropertyDescriptor(window.HTMLMediaElement.prototype, 'srcObject')
  );
  Object.defineProperty(window.HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    get,
    /** @this {HTMLVideoElement} */
    set(stream) {
      set.call(this, stream);
      const [track] = stream?.getVideoTracks() ?? [];
      if (!track) return;
      const name = own.has(track) ? 'preview' : 'remoteFrame';
      // One that runs ahead, outside the page, is not seen yet.
      const see = () => {
        if (this.isConnected) marks[name] ??= performance.now();
        else this.requestVideoFrameCallback(see);
      };
      this.requestVideoFrameCallback(see);
    },
  });
}
