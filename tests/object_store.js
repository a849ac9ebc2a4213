// An S3-compatible storage that checks signatures: node object_store.js FOLDER-OF-MODULES PORT DIRECTORY
const { createRequire } = require("module");
const S3rver = createRequire(process.argv[2] + "/")("@20minutes/s3rver");
const configureBuckets = [{ name: "makegood" }];
new S3rver({ port: +process.argv[3], address: "127.0.0.1", silent: true, directory: process.argv[4], configureBuckets })
  .run()
  .then(() => console.log("ready"));
