"""The duty rota: who is here, how full they are, who is away, and how a team's cases come to their owners."""
