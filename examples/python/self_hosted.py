"""Every operation of a dialect is there as its server has it, below `client.<dialect>`.

Servers say more than the documents: unknown fields are kept, and further ones are sent.
"""

import sorakit

with sorakit.Simulator() as simulator:
    client = simulator.client("sora")

    quota = client.sora.quota.check()
    print("as it was said:", quota.to_dict())

    task = client.sora.videos.create(
        kind="video",
        prompt="a cat in the snow",
        orientation="landscape",
        size="small",
        n_frames=300,
        model="sy_8",
        extra={"title": "a field that only this server knows"},
    )
    print("taken as", task.id)
    while pending := client.sora.tasks.pending():
        print(pending[0].status, pending[0].progress_pct)
        simulator.advance(30)
    drafts = client.sora.drafts.list(limit=1)
    print("done:", drafts.items[0].id)
