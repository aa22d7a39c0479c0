import { css } from 'lit';

export const meetingStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    container: visio-meeting / size;
    block-size: 100%;
    min-block-size: 24rem;
    overflow: hidden;
  }

  :host([hidden]) {
    display: none;
  }

  .frame {
    position: relative;
    block-size: 100%;
    overflow: hidden;
  }

  .skeleton,
  .failure {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 1rem;
    block-size: 100%;
    padding: 1.5rem;
    text-align: center;
  }
`;
