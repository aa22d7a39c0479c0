/** Capture Handle (W3C), not in TypeScript's DOM library yet: a tab says who it is to those that capture it. */
interface HandleDevices extends MediaDevices {
  setCaptureHandleConfig?(config: { handle: string; permittedOrigins: readonly string[] }): void;
}
interface HandleTrack extends MediaStreamTrack {
  getCaptureHandle?(): { readonly handle?: string } | null;
}

/** Tells whether a captured screen is this very page, now and at each change: a person may switch from tab to tab. */
export function watchSelf(video: HandleTrack, tell: (isSelf: boolean) => void): void {
  const devices: HandleDevices = navigator.mediaDevices;
  const handle = crypto.randomUUID();
  const look = () => tell(video.getCaptureHandle?.()?.handle === handle);
  video.addEventListener('capturehandlechange', look);
  try {
    devices.setCaptureHandleConfig?.({ handle, permittedOrigins: [location.origin] });
  } catch {
    // A page in a frame cannot say who it is.
  }
  look();
}
