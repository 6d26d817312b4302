import fc from 'fast-check'

// The same cases on every run, so that a change is judged by what it changes; `FUZZ_SEED=7 npm test` tries others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_122) })
