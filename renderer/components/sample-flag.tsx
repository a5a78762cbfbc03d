interface SampleFlagProps {
  readonly isSample: boolean
  /** What stands beside the flag; a name that says it itself needs no flag. */
  readonly name: string
  readonly word: string
  readonly className: string
  readonly hint?: string
}

/** Marks a sample record whose name does not already say so. */
export function SampleFlag({ isSample, name, word, className, hint }: SampleFlagProps) {
  if (!isSample || name.includes(word)) return null
  return (
    <span className={className} title={hint}>
      {word}
    </span>
  )
}
