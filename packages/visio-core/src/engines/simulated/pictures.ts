import type { SimulatedClock } from './clock.js';

/** Frames a second: enough to look alive, little enough for twenty-five at once on a weak machine. */
const FRAME_RATE = 12;

/** Draws one frame of `width` by `height` pixels; `time` is in seconds. */
export type Painter = (canvas: CanvasRenderingContext2D, width: number, height: number, time: number) => void;

export interface PictureOptions {
  readonly paint: Painter;
  /** Width by height. */
  readonly aspectRatio: number;
  /** How many pixels wide it is looked at; asked now and then. */
  readonly width: () => number;
}

/** A drawn video. */
export interface Picture {
  readonly track: MediaStreamTrack;
  /** A paused picture stands still and costs nothing. */
  setPaused(paused: boolean): void;
  end(): void;
}

export type Pictures = ReturnType<typeof createPictures>;

/** Draws every picture from one timer, which runs only while there is a picture to draw and the page can be seen. */
export function createPictures(clock: SimulatedClock) {
  const running = new Set<(frame: number) => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let frame = 0;

  function drawAll(): void {
    frame++;
    for (const draw of running) draw(frame);
  }

  function followPage(): void {
    clearInterval(timer);
    timer = running.size > 0 && !document.hidden ? setInterval(drawAll, 1000 / FRAME_RATE) : undefined;
  }

  function setRunning(draw: (frame: number) => void, wanted: boolean): void {
    if (running.has(draw) === wanted) return;
    if (wanted) running.add(draw);
    else running.delete(draw);
    if (wanted && running.size === 1) document.addEventListener('visibilitychange', followPage);
    if (!wanted && running.size === 0) document.removeEventListener('visibilitychange', followPage);
    if (running.size === Number(wanted)) followPage();
  }

  return {
    open({ paint, aspectRatio, width }: PictureOptions): Picture {
      const canvas = document.createElement('canvas');
      // Read for each frame: a canvas in the graphics card's memory would have to be fetched from there.
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('This browser cannot draw.');

      function fit(): void {
        const wanted = pixels(width());
        if (canvas.width === wanted) return;
        canvas.width = wanted;
        canvas.height = Math.round(wanted / aspectRatio);
      }

      function draw(count: number): void {
        // A look at the page's layout costs; once a second will do.
        if (count % FRAME_RATE === 0) fit();
        paint(context!, canvas.width, canvas.height, clock.now() / 1000);
      }

      fit();
      draw(1);
      const track = canvas.captureStream(FRAME_RATE).getVideoTracks()[0]!;
      setRunning(draw, true);
      return {
        track,
        setPaused: (paused) => setRunning(draw, !paused),
        end() {
          setRunning(draw, false);
          track.stop();
        },
      };
    },

    end(): void {
      for (const draw of [...running]) setRunning(draw, false);
    },
  };
}

/** The width to draw for a place so wide: few sizes, so that a tile that grows smoothly does not start anew each time. */
function pixels(width: number): number {
  return width <= 360 ? 320 : width <= 720 ? 640 : 1280;
}
