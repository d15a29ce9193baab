"""The proof of work as public gateways do it in Python: hashlib and base64 in a loop.

Reads the sample as one line of JSON; then, for each line "<contestant> <milliseconds>", prints
candidates per second of processor time.
"""

import base64
import hashlib
import json
import sys
import time


def compact(values):
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False)


def main():
    sample = json.loads(sys.stdin.readline())
    config, seed = sample["config"], sample["seed"].encode()
    head = (compact(config[:3])[:-1] + ",").encode()
    middle = ("," + compact(config[4:9])[1:-1] + ",").encode()
    tail = ("," + compact(config[10:])[1:]).encode()
    bound = bytes(4)
    i = 200_000
    for line in sys.stdin:
        seconds = int(line.split()[1]) / 1000
        tried, started = 0, time.process_time()
        while time.process_time() - started < seconds:
            for _ in range(1000):
                answer = base64.b64encode(
                    head + str(i).encode() + middle + str(i >> 1).encode() + tail
                )
                if hashlib.sha3_512(seed + answer).digest()[:4] <= bound:
                    raise SystemExit("a solution was not expected")
                i += 1
            tried += 1000
        print(tried / (time.process_time() - started), flush=True)


main()
