import { until } from './witness.js';

/** A video element that can be seen: engines may send nothing to one that cannot. */
export function showVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.style.cssText = 'display: block; width: 320px; height: 180px';
  document.body.append(video);
  return video;
}

/** Settles once some frames have been shown from now on. */
export async function advances(video: HTMLVideoElement, what: string): Promise<void> {
  let frames = 0;
  // Firefox counts no frames of a MediaStream in getVideoPlaybackQuality().
  const count = () => {
    frames++;
    handle = video.requestVideoFrameCallback(count);
  };
  let handle = video.requestVideoFrameCallback(count);
  try {
    await until(`frames of ${what} advance`, () => frames >= 4 && video.srcObject !== null);
  } finally {
    video.cancelVideoFrameCallback(handle);
  }
}
