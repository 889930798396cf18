"""Words by spacy-pkuseg: a layer over the characters, for the sentences that ask for it."""
