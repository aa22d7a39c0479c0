/** What Storybook reads of a story file (CSF 3): as much of it as the stories here use. */
export interface StoryMeta<Args> {
  readonly title: string;
  readonly component?: string;
  readonly args?: Partial<Args>;
  readonly argTypes?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly render: (args: Args) => HTMLElement;
}

export interface Story<Args> {
  readonly name?: string;
  readonly args?: Partial<Args>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly render?: (args: Args) => HTMLElement;
}
