interface Surroundings {
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly button: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly width: number };
}

/** A button and the window around it, in the pixels of what opens there: a page may have a `zoom` of its own, which windows have not. */
export function surroundingsOf(button: HTMLElement, { ownerDocument, currentCSSZoom: zoom = 1 }: HTMLElement): Surroundings {
  const { innerWidth, innerHeight } = ownerDocument.defaultView!;
  const { left, right, top, bottom, width } = button.getBoundingClientRect();
  return {
    innerWidth: innerWidth / zoom,
    innerHeight: innerHeight / zoom,
    button: { left: left / zoom, right: right / zoom, top: top / zoom, bottom: bottom / zoom, width: width / zoom },
  };
}
