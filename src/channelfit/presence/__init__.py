"""Who is where: measured, estimated, judged or assumed, always said which and how surely."""
