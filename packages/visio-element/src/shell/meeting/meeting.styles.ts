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

  /* Shown when the theme could not be had either. */
  .failure {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 1rem;
    block-size: 100%;
    padding: 1.5rem;
    text-align: center;
  }

  .failure p {
    margin: 0;
  }

  .failure button {
    min-block-size: 44px;
    padding-inline: var(--_space-5);
    border: 0;
    border-radius: 12px;
    background: #3a56d4;
    color: #fff;
    font: inherit;
    cursor: pointer;
  }

  .failure button:focus-visible {
    outline: 3px solid currentcolor;
    outline-offset: 2px;
  }
`;
