"""Word lists with reasons: the linguistic knowledge that code looks up and people edit."""
