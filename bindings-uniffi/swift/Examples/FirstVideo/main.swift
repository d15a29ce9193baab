// The first program: a video against the simulator.

import Sorakit

let simulator = try Simulator() // or Client(Options(dialect: …, baseUrl: …, apiKey: …))
let client = try simulator.client()
let job = try await client.videos.generate(VideoRequest(prompt: "a cat in the snow", duration: 10))
print("\(try await job.download(to: "cat.mp4").bytes) bytes")
await client.close()
