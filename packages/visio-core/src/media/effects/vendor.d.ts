/**
 * As much of @livekit/track-processors as is used here. Its own declarations pull in MediaPipe's, and types for browser
 * interfaces that no longer agree with TypeScript's.
 */
declare module '@livekit/track-processors' {
  export interface BackgroundOptions {
    blurRadius?: number;
    imagePath?: string;
    segmenterOptions?: { delegate: 'CPU' | 'GPU' };
    assetPaths?: { tasksVisionFileSet: string; modelAssetPath: string };
    onFrameProcessed?: () => void;
  }
  export class BackgroundTransformer {
    constructor(options: BackgroundOptions);
    isFirstFrame: boolean;
    backgroundImageAndPath: { imageData: ImageBitmap; path: string } | null;
    options: BackgroundOptions;
    transform(frame: VideoFrame, controller: TransformStreamDefaultController<VideoFrame>): Promise<void>;
    update(options: BackgroundOptions): Promise<void>;
  }
  export class ProcessorWrapper {
    constructor(transformer: BackgroundTransformer, name: string, options?: { maxFps?: number });
    processedTrack?: MediaStreamTrack;
    init(options: { kind: 'video'; track: MediaStreamTrack; element: HTMLVideoElement }): Promise<void>;
    destroy(): Promise<void>;
  }
  export function supportsBackgroundProcessors(): boolean;
  export function setLogLevel(level: number): void;
}
