package oplog

// Format numbers the file this program writes. One of an earlier number is brought up to it; one of a later number is refused.
const Format = schemaVersion
